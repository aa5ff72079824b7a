import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSlackDate, type MrkdwnNode, parseMrkdwn, plainText } from '../../../emulator/page/mrkdwn.ts';

const text = (words: string): MrkdwnNode => ({ type: 'text', text: words });
const bold = (...children: MrkdwnNode[]): MrkdwnNode => ({ type: 'bold', children });
const italic = (...children: MrkdwnNode[]): MrkdwnNode => ({ type: 'italic', children });
const strike = (...children: MrkdwnNode[]): MrkdwnNode => ({ type: 'strike', children });
const quote = (...children: MrkdwnNode[]): MrkdwnNode => ({ type: 'quote', children });
const br: MrkdwnNode = { type: 'break' };

describe('mrkdwn is read as Slack reads it', () => {
  const cases: [string, string, MrkdwnNode[]][] = [
    ['bold', 'a *b c* d', [text('a '), bold(text('b c')), text(' d')]],
    ['italic and strike', '_a_ ~b~', [italic(text('a')), text(' '), strike(text('b'))]],
    ['styles in one another', '*_a_ b*', [bold(italic(text('a')), text(' b'))]],
    ['bold in italic', '_*a*_', [italic(bold(text('a')))]],
    ['two bolds on a line', '*a* *b*', [bold(text('a')), text(' '), bold(text('b'))]],
    [
      'bold before punctuation',
      '(*a*), *b*.',
      [text('('), bold(text('a')), text('), '), bold(text('b')), text('.')],
    ],
    ['no style inside a word', 'snake_case_name 2*3*4', [text('snake_case_name 2*3*4')]],
    ['no style that opens in a word', 'a*b* c', [text('a*b* c')]],
    ['no style that closes in a word', '*a*b', [text('*a*b')]],
    ['no style that closes after a space', '*a *', [text('*a *')]],
    ['no style around spaces', '* a * _ b_', [text('* a * _ b_')]],
    ['no style over a line break', '*a\nb*', [text('*a'), br, text('b*')]],
    ['no style without an end', '*a', [text('*a')]],
    ['no empty style', '** __ ~~', [text('** __ ~~')]],
    ['code, with nothing read in it', '`*a* :fire:`', [{ type: 'code', text: '*a* :fire:' }]],
    [
      'a closing mark in code does not close',
      '*a `*` b*',
      [bold(text('a '), { type: 'code', text: '*' }, text(' b'))],
    ],
    ['a fence', 'a\n```\n*b*\nc\n```\nd', [text('a'), br, { type: 'pre', text: '*b*\nc' }, text('d')]],
    ['a quote of two lines', '&gt; a\n>b\nc', [quote(text('a'), br, text('b')), text('c')]],
    ['a quote to the end', '>>> a\nb', [quote(text('a'), br, text('b'))]],
    ['lists as they are written', '• a\n• b', [text('• a'), br, text('• b')]],
    [
      'a link with a label',
      '<https://a.example/?b=1&amp;c=2|A &amp; B>',
      [{ type: 'link', url: 'https://a.example/?b=1&c=2', label: 'A & B' }],
    ],
    [
      'a bare link',
      '<https://a.example>',
      [{ type: 'link', url: 'https://a.example', label: 'https://a.example' }],
    ],
    [
      'a mail address',
      '<mailto:dana@harbour.example|dana@harbour.example>',
      [{ type: 'link', url: 'mailto:dana@harbour.example', label: 'dana@harbour.example' }],
    ],
    ['no link that could run a script', '<javascript:alert(1)|x>', [text('<javascript:alert(1)|x>')]],
    [
      'a link in bold',
      '*<https://a.example/*|a>*',
      [bold({ type: 'link', url: 'https://a.example/*', label: 'a' })],
    ],
    ['a date beyond the calendar', '<!date^99999999999999^{date}|some day>', [text('some day')]],
    ['a person', '<@U1>', [{ type: 'user', id: 'U1' }]],
    ['a channel', '<#C1|leads>', [{ type: 'channel', id: 'C1', label: 'leads' }]],
    ['a user group', '<!subteam^S1|@reps>', [{ type: 'usergroup', id: 'S1', label: 'reps' }]],
    [
      'everyone',
      '<!channel> <!here|here>',
      [{ type: 'broadcast', range: 'channel' }, text(' '), { type: 'broadcast', range: 'here' }],
    ],
    [
      'a date',
      '<!date^1700000000^{date} at {time}|14 Nov>',
      [{ type: 'date', unix: 1_700_000_000, format: '{date} at {time}', fallback: '14 Nov' }],
    ],
    [
      'a date with a link',
      '<!date^1700000000^{date}^https://a.example/|14 Nov>',
      [
        {
          type: 'date',
          unix: 1_700_000_000,
          format: '{date}',
          url: 'https://a.example/',
          fallback: '14 Nov',
        },
      ],
    ],
    [
      'emoji',
      ':fire: :no_such_one: 10:30:45',
      [{ type: 'emoji', name: 'fire', unicode: '🔥' }, text(' :no_such_one: 10:30:45')],
    ],
    ['entities, once', 'a &amp;lt; b &lt;c&gt;', [text('a &lt; b <c>')]],
    ['what was escaped mints nothing', '&lt;!channel&gt; &lt;@U1&gt;', [text('<!channel> <@U1>')]],
  ];
  test.each(cases)('%s', (_, source, expected) => {
    expect(parseMrkdwn(source)).toEqual(expected);
  });

  test('plain words come out as they went in, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string().map((s) => s.replace(/[*_~`:]/g, '')),
        (words) => {
          const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
          fc.pre(!/^&gt;/m.test(escaped));
          expect(plainText(parseMrkdwn(escaped))).toBe(words);
        },
      ),
    );
  });

  test('no text makes it fail or run on', () => {
    const piece = fc.constantFrom(
      '*',
      '_',
      '~',
      '`',
      '```',
      '<',
      '>',
      '|',
      '!',
      '@',
      '^',
      ':',
      '&gt;',
      ' ',
      '\n',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) =>
        Array.isArray(parseMrkdwn(pieces.join(''))),
      ),
    );
  });

  test('three thousand characters of marks are read without delay', () => {
    const start = performance.now();
    for (const mark of ['*', '_a ', '<', '`', ' *a', ':']) parseMrkdwn(mark.repeat(3000).slice(0, 3000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('a date in the reader’s own zone', () => {
  // Tuesday 18 February 2014, 14:39:42 UTC.
  const at = 1_392_734_382;
  const reader = { timezone: 'America/Los_Angeles', now: Date.UTC(2014, 5, 1) };

  test.each([
    ['{date_num}', '2014-02-18'],
    ['{date_slash}', '02/18/2014'],
    ['{date_long}', 'Tuesday, February 18th, 2014'],
    ['{date_long_full}', 'February 18, 2014'],
    ['{date_long_pretty}', 'Tuesday, February 18th, 2014'],
    ['{date}', 'February 18'],
    ['{date_pretty}', 'February 18'],
    ['{date_short}', 'Feb 18, 2014'],
    ['{date_short_pretty}', 'Feb 18, 2014'],
    ['{day_divider_pretty}', 'Tuesday, February 18th'],
    ['{time}', '6:39 AM'],
    ['{time_secs}', '6:39:42 AM'],
    ['{ago}', '3 months ago'],
    ['Due {date_short} at {time}', 'Due Feb 18, 2014 at 6:39 AM'],
    ['{no_such_token}', '{no_such_token}'],
  ])('%s', (format, expected) => {
    expect(formatSlackDate(at, format, reader).replaceAll('\u202f', ' ')).toBe(expected);
  });

  test('a divider of another year names the year', () => {
    expect(formatSlackDate(at, '{day_divider_pretty}', { ...reader, now: Date.UTC(2026, 0, 1) })).toBe(
      'Tuesday, February 18th, 2014',
    );
  });

  test('the day is the reader’s day, named when it is near', () => {
    const lateEvening = Date.UTC(2026, 10, 17, 23, 30);
    const inTwoHours = (lateEvening + 2 * 3_600_000) / 1000;
    const say = (timezone: string) =>
      formatSlackDate(inTwoHours, 'by {date_short_pretty}', { timezone, now: lateEvening });
    expect(say('UTC')).toBe('by tomorrow');
    expect(say('Europe/Berlin')).toBe('by today');
    expect(say('America/New_York')).toBe('by today');
  });

  test('a near day that starts the text starts with a capital', () => {
    expect(
      formatSlackDate(at, '{date_pretty}, {time}', { timezone: 'UTC', now: at * 1000, locale: 'en-GB' }),
    ).toBe('Today, 14:39');
  });

  test('yesterday is the calendar’s, not the last 24 hours, when the clocks change', () => {
    // 00:30 on 30 March in Berlin; the 29th had 23 hours.
    const now = Date.UTC(2026, 2, 29, 22, 30);
    const hoursAgo = (hours: number) => {
      return formatSlackDate(now / 1000 - hours * 3600, 'since {date_pretty}', {
        timezone: 'Europe/Berlin',
        now,
      });
    };
    expect(hoursAgo(23)).toBe('since yesterday');
    expect(hoursAgo(24)).toBe('since March 28');
  });
});
