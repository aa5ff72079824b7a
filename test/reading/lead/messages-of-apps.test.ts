/**
 * Messages in the shapes in which apps and scripts post a form to Slack, each read into the same lead. `from` is a public example of the shape, or says
 * that it is written from memory.
 */
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/reading/lead/read-message.ts';
import { messageParts } from '../../../src/slack/listeners/lead/message-parts.ts';

interface Shape {
  app: string;
  from: string;
  message: object;
}

const MEMORY = 'from memory';
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const field = (title: string, value: string) => ({ title, value, short: false });
const text = (words: string) => ({ type: 'text', text: words });
const bold = (words: string) => ({ type: 'text', text: words, style: { bold: true } });
const line = (...elements: object[]) => ({ type: 'rich_text_section', elements });

const MAIL = '<mailto:dana@harbour.example|dana@harbour.example>';
const PHONE = '<tel:+442079460018|+44 20 7946 0018>';
const SAYS = 'Can you show us the group view?';

const SHAPES: readonly Shape[] = [
  {
    app: 'a script of Google Forms, fields of an attachment',
    from: 'https://github.com/furukaw/google-form-to-slack, script.gs',
    message: {
      text: '',
      attachments: [
        {
          fallback: `Name: Dana Whitfield\nCompany: Harbour Hotels`,
          text: 'お問い合わせがありました',
          fields: [
            ...[field('お名前', 'Dana Whitfield'), field('会社名', 'Harbour Hotels')],
            ...[field('メールアドレス', MAIL), field('電話番号', PHONE), field('お問い合わせ内容', SAYS)],
          ],
        },
      ],
    },
  },
  {
    app: 'a script of Google Forms, one text with emoji before bold labels',
    from: 'https://github.com/conti0513/development_public, 03_IMPLEMENTATIONS/form-to-slack/main.gs',
    message: {
      text: `:incoming_envelope: *New Form Submission Received!*\n\n:memo: *Name*: Dana Whitfield\n:office: *Company*: Harbour Hotels\n:e-mail: *Email*: ${MAIL}\n:phone: *Phone*: ${PHONE}\n:spiral_note_pad: *Message*: ${SAYS}`,
    },
  },
  {
    app: 'a script of Google Forms, plain lines',
    from: 'https://github.com/cs-stac/applicants-bot, bot.gs',
    message: {
      text: `We've received a suggestion! :tada:\nName: Dana Whitfield\nCompany: Harbour Hotels\nEmail: ${MAIL}\nPhone: ${PHONE}\nMessage: ${SAYS}`,
    },
  },
  {
    app: 'a form’s template, all of it in one section',
    from: 'https://www.saveform.io/docs/webhooks/templates',
    message: {
      text: ':inbox_tray: New submission to *Contact form*',
      blocks: [
        {
          type: 'section',
          text: mrkdwn(
            `• *Name:* Dana Whitfield\n• *Company:* Harbour Hotels\n• *Email:* ${MAIL}\n• *Phone:* ${PHONE}\n• *Message:* ${SAYS}`,
          ),
        },
        { type: 'context', elements: [mrkdwn('Submission `sub_01HTXN` · 2026-11-17T09:12:44Z')] },
      ],
    },
  },
  {
    app: 'Typeform, questions as titles of an attachment',
    from: MEMORY,
    message: {
      attachments: [
        {
          pretext: 'New response to *Contact us*',
          fields: [
            ...[
              field('What’s your name?', 'Dana Whitfield'),
              field('Which company do you work for?', 'Harbour Hotels'),
            ],
            ...[field('What’s your work email?', MAIL), field('And your phone number?', PHONE)],
            field('How can we help?', SAYS),
          ],
        },
      ],
    },
  },
  {
    app: 'Jotform, bold labels with the values below in an attachment',
    from: MEMORY,
    message: {
      attachments: [
        {
          fallback: 'New submission',
          title: 'New submission',
          text: `*Full Name*\nDana Whitfield\n*Company*\nHarbour Hotels\n*E-mail*\n${MAIL}\n*Phone Number*\n${PHONE}\n*Message*\n${SAYS}`,
          mrkdwn_in: ['text'],
        },
      ],
    },
  },
  {
    app: 'HubSpot, two columns of a section, the label beside the value',
    from: MEMORY,
    message: {
      text: 'New form submission',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'New form submission' } },
        {
          type: 'section',
          fields: [
            ...['*Name*', 'Dana Whitfield', '*Company*', 'Harbour Hotels', '*Email*', MAIL].map(mrkdwn),
            ...['*Phone*', PHONE, '*Message*', SAYS].map(mrkdwn),
          ],
        },
        {
          type: 'actions',
          elements: [{ type: 'button', text: { type: 'plain_text', text: 'View contact' } }],
        },
      ],
    },
  },
  {
    app: 'HubSpot, two columns of a section, the label above the value',
    from: MEMORY,
    message: {
      blocks: [
        {
          type: 'section',
          fields: [
            ...['*Name*', '*Company*', 'Dana Whitfield', 'Harbour Hotels'].map(mrkdwn),
            ...['*Email*', '*Phone*', MAIL, PHONE].map(mrkdwn),
          ],
        },
        { type: 'section', text: mrkdwn(`*Message*\n&gt; ${SAYS}`) },
      ],
    },
  },
  {
    app: 'Zapier, questions with the answers in the next line',
    from: MEMORY,
    message: {
      text: `New lead\n1. What is your name?\nDana Whitfield\n2. Which company do you work for?\nHarbour Hotels\nEmail:\n\n${MAIL}\nPhone:\n${PHONE}\nMessage:\n${SAYS}`,
    },
  },
  {
    app: 'Calendly, the address behind the name',
    from: MEMORY,
    message: {
      blocks: [
        {
          type: 'rich_text',
          elements: [
            line(bold('Invitee:'), text(' '), {
              type: 'link',
              url: 'mailto:dana@harbour.example',
              text: 'Dana Whitfield',
            }),
            line(bold('Company:'), text(' Harbour Hotels')),
            line(bold('Phone:'), text(' +44 20 7946 0018')),
            line(bold('Message:'), text(` ${SAYS}`)),
            line(bold('Assigned to:'), text(' '), {
              type: 'link',
              url: 'mailto:max@us.example',
              text: 'Max',
            }),
          ],
        },
      ],
    },
  },
  {
    app: 'Intercom, an attachment with blocks and a list',
    from: MEMORY,
    message: {
      attachments: [
        {
          color: '#286efa',
          blocks: [
            {
              type: 'rich_text',
              elements: [
                line(text('New conversation')),
                {
                  type: 'rich_text_list',
                  style: 'bullet',
                  elements: [
                    line(text('Name: Dana Whitfield')),
                    line(text('Company: Harbour Hotels')),
                    line(text('Email: '), { type: 'link', url: 'mailto:dana@harbour.example' }),
                    line(text('Phone: +44 20 7946 0018')),
                    line(text(`Message: ${SAYS}`)),
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  },
];

describe('a message of an app is the same lead in each shape', () => {
  it.each(SHAPES)('$app ($from)', ({ message, from }) => {
    expect(from).toMatch(/^(https:\/\/|from memory$)/);
    const { words, answers } = messageParts(message);
    const draft = readMessage(words, answers);
    expect(draft).toMatchObject({
      name: 'Dana Whitfield',
      company: 'Harbour Hotels',
      reach: 'dana@harbour.example, +44 20 7946 0018',
    });
    expect(draft.message).toContain(SAYS);
    expect(draft.message).not.toMatch(/[<|]mailto:|Dana Whitfield|Harbour Hotels/);
  });
});

it('Of two people behind whose names an address stands nobody guesses which is the lead’s', () => {
  const people =
    '<mailto:dana@harbour.example|Dana Whitfield> and <mailto:rui@cove.example|Rui Alves> met us';
  const { words, answers } = messageParts({ text: people });
  expect(answers).toEqual([]);
  expect(readMessage(words, answers).reach).toBeNull();
});

it('A label without anything below it stays among the words', () => {
  const { words, answers } = messageParts({ text: 'Email: dana@harbour.example\nMessage:' });
  expect(readMessage(words, answers)).toMatchObject({ reach: 'dana@harbour.example' });
  expect(words).toContain('Message:');
});
