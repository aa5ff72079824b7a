import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { waysToReach } from '../../../src/domain/lead/ways-to-reach.ts';
import { readEntry } from '../../../src/reading/lead/read-entry.ts';
import { readMessage } from '../../../src/reading/lead/read-message.ts';
import { messageParts, plainText } from '../../../src/slack/listeners/lead/message-parts.ts';
import { sharedCase } from '../../support/csv.ts';

describe('how to reach somebody', () => {
  it.each([
    ['dana@harbour.example', 'dana@harbour.example', null],
    ['+44 20 7946 0018', null, '+44 20 7946 0018'],
    ['020 7946-0018, dana@harbour.example.', 'dana@harbour.example', '020 7946-0018'],
    ['Mail: d.o+x@harbour.example (mobile (0171) 234567)', 'd.o+x@harbour.example', '(0171) 234567'],
    ['on 2026-11-21 we paid 18,000 for 12 seats', null, null],
    ['ask at the desk', null, null],
    ['dana@', null, null],
  ])('%s', (text, email, phone) => {
    expect(waysToReach(text)).toEqual({ email, phone });
  });
});

describe('what is written behind /lead', () => {
  it('is name, company, the way to reach them wherever it stands, and what they said', () => {
    expect(readEntry('Dana Whitfield, dana@harbour.example, Harbour Hotels, wants a demo, soon')).toEqual({
      name: 'Dana Whitfield',
      company: 'Harbour Hotels',
      reach: 'dana@harbour.example',
      message: 'wants a demo, soon',
    });
    expect(readEntry('  ')).toEqual({ name: null, company: null, reach: null, message: null });
  });
});

describe('a message in Slack', () => {
  it('is read as a person reads it', () => {
    const text =
      '<@U_BEN> *Dana* &amp; <mailto:first_last@x.example|first_last@x.example> on <https://x.example|the site>, <tel:+4420|+4420>';
    expect(plainText(text)).toBe('Dana & first_last@x.example on the site, +4420');
  });

  it('gives name, company and the ways to reach', () => {
    const text =
      'Just met Dana Whitfield from Harbour Hotels at the Berlin Fair, <mailto:dana@harbour.example|dana@harbour.example>, call <tel:+442079460018|+44 20 7946 0018>';
    expect(readMessage(plainText(text))).toMatchObject({
      name: 'Dana Whitfield',
      company: 'Harbour Hotels',
      reach: 'dana@harbour.example, +44 20 7946 0018',
    });
  });

  it('as a form’s notification writes it', () => {
    const text = '*New entry*\n• Name: dana whitfield\n• Company: Pier Inns Ltd.\nE-mail: d@pier.example';
    expect(readMessage(plainText(text))).toMatchObject({
      name: 'dana whitfield',
      company: 'Pier Inns Ltd.',
      reach: 'd@pier.example',
    });
  });

  it('that tells nothing gives nothing but itself', () => {
    expect(readMessage('can somebody look at this?')).toEqual({
      name: null,
      company: null,
      reach: null,
      message: 'can somebody look at this?',
    });
  });
});

describe('a message of an app', () => {
  const draftOf = (message: object) => {
    const { words, answers } = messageParts(message);
    return readMessage(words, answers);
  };
  const DANA = {
    name: 'Dana Whitfield',
    company: 'Harbour Hotels',
    reach: 'dana@harbour.example, +44 20 7946 0018',
    message: 'Can you show us the group view?',
  };

  it('shared/cases/15: in attachments and blocks, without a text', () => {
    const path = sharedCase('15-message-of-an-app/message.json');
    if (path) expect(draftOf(JSON.parse(readFileSync(path, 'utf8')))).toEqual(DANA);
  });

  it('in fields of a section', () => {
    const field = (text: string) => ({ type: 'mrkdwn', text });
    const fields = [
      ...[field('*Nombre:*\nDana Whitfield'), field('*Empresa*\nHarbour Hotels')],
      ...[field('*Correo electrónico:* <mailto:dana@harbour.example|dana@harbour.example>')],
      ...[
        field('*Teléfono*\n<tel:+442079460018|+44 20 7946 0018>'),
        field('*Mensaje*\nCan you show us the group view?'),
      ],
    ];
    expect(draftOf({ text: 'New entry', blocks: [{ type: 'section', fields }] })).toEqual(DANA);
  });

  it('in rich text', () => {
    const text = (words: string) => ({ type: 'text', text: words });
    const line = (...elements: object[]) => ({ type: 'rich_text_section', elements });
    const elements = [
      line(text('Name: Dana Whitfield')),
      line(text('Firma: Harbour Hotels')),
      line(text('E-Mail: '), {
        type: 'link',
        url: 'mailto:dana@harbour.example',
        text: 'dana@harbour.example',
      }),
      line(text('Telefon: +44 20 7946 0018')),
      line(text('Nachricht: Can you show us the group view?')),
    ];
    expect(draftOf({ text: '', blocks: [{ type: 'rich_text', elements }] })).toEqual(DANA);
  });

  it('in bold labels with the values below, in one section or in rich text', () => {
    const text =
      '*Name*\nDana Whitfield\n*Job title*\nCTO\n*E-Mail*\n<mailto:dana@harbour.example>\n*Budget:*\n5000';
    const wanted = {
      name: 'Dana Whitfield',
      title: 'CTO',
      reach: 'dana@harbour.example',
      message: 'Budget: 5000',
    };
    expect(draftOf({ text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] })).toEqual({
      ...{ ...wanted, company: null },
    });
    const bold = (words: string) => ({ type: 'text', text: words, style: { bold: true } });
    const elements = [
      ...[bold('Name'), { type: 'text', text: '\nDana Whitfield\n' }, bold('Job title')],
      ...[{ type: 'text', text: '\nCTO\n' }, bold('E-Mail'), { type: 'text', text: '\n' }],
      ...[
        { type: 'link', url: 'mailto:dana@harbour.example' },
        { type: 'text', text: '\n' },
      ],
      ...[bold('Budget:'), { type: 'text', text: '\n5000' }],
    ];
    const block = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
    expect(draftOf({ text: '', blocks: [block] })).toEqual({ ...wanted, company: null });
  });

  it('in markdown, in a table, in small print and in a title', () => {
    const markdown = '**Name:** Dana Whitfield\n**Website:** [harbour.example](https://harbour.example)';
    const cell = (text: string) => ({ type: 'raw_text', text });
    const rows = [
      [cell('Region'), cell('Company size')],
      [cell('DACH'), cell('200')],
    ];
    const context = [{ type: 'mrkdwn', text: 'Submitted at: 17 Nov 2026 10:00 · Sent by Forms' }];
    const message = {
      blocks: [
        { type: 'markdown', text: markdown },
        { type: 'table', rows },
        { type: 'context', elements: context },
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'Campaign: Autumn' }, { type: 'image' }] },
      ],
      attachments: [{ title: 'Wants to hear of prices', fallback: 'x', text: 'Segment: Hotels' }],
    };
    expect(draftOf(message)).toMatchObject({
      ...{
        name: 'Dana Whitfield',
        region: 'DACH',
        companySize: '200',
        campaign: 'Autumn',
        segment: 'Hotels',
      },
      message: expect.stringContaining('Wants to hear of prices'),
    });
    expect(draftOf(message).message).toContain('Website: harbour.example');
  });

  it('with a date that Slack shows to each in their own zone', () => {
    const { words, answers } = messageParts({
      blocks: [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'Submitted at: ' },
                { type: 'date', timestamp: 1_763_631_000, format: '{date_num}' },
              ],
            },
          ],
        },
      ],
    });
    const reader = { now: Date.parse('2026-11-17T13:15:00Z'), timezone: 'Europe/Berlin' };
    expect(readMessage(words, answers, reader).receivedAt).toBe(1_763_631_000_000);
  });

  it('of a person who stresses a name is words all the same', () => {
    const text = '*Dana Whitfield*\nmet at the fair, dana@harbour.example';
    expect(draftOf({ text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] })).toMatchObject({
      name: 'Dana Whitfield',
      message: expect.stringContaining('met at the fair'),
    });
  });

  it('with nothing but a fallback', () => {
    const fallback = 'Name: Dana Whitfield\nCompany: Harbour Hotels\nEmail: dana@harbour.example';
    expect(draftOf({ text: '', attachments: [{ fallback }] })).toMatchObject({ name: 'Dana Whitfield' });
  });

  it('is anything, and breaks nothing', () => {
    for (const odd of [
      null,
      'x',
      { blocks: 5, attachments: [null, { fields: {} }] },
      { blocks: [{ type: 'section', text: 5 }] },
    ])
      expect(messageParts(odd as object).answers).toEqual([]);
  });
});
