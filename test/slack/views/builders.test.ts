import { describe, expect, it } from 'vitest';
import { checkMessage, checkView } from '../../../emulator/validation/index.ts';
import { actions, context, fields, header, input, section } from '../../../src/slack/views/kit/blocks.ts';
import { pie, plot } from '../../../src/slack/views/kit/charts.ts';
import { button, confirm, option, overflow, textInput } from '../../../src/slack/views/kit/elements.ts';
import { modal } from '../../../src/slack/views/kit/surfaces.ts';
import { table } from '../../../src/slack/views/kit/tables.ts';
import { clipMrkdwn, escapeText, link, slackDate } from '../../../src/slack/views/kit/text.ts';

const long = 'A & B '.repeat(2_000);
const escaped = escapeText(long);

describe('text on its way into Slack', () => {
  it('cannot call the channel, whoever wrote it', () => {
    expect(escapeText('<!channel> & co')).toBe('&lt;!channel&gt; &amp; co');
    expect(link('https://x.example/a|b', 'see <!here>|')).toBe(
      '<https://x.example/a%7Cb|see &lt;!here&gt;/>',
    );
    expect(slackDate(1_500, '{time}', 'at <9|10>')).toBe('<!date^1^{time}|at &lt;9/10&gt;>');
  });

  it('is cut before an entity, a mention or a character, never inside', () => {
    for (let limit = 4; limit < 40; limit++) {
      const cut = clipMrkdwn('&amp;&lt;&gt; <@U_ANA> 😀😀 <https://x.example|x>', limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.replace(/&(amp|lt|gt);|<[^<>]+>/g, '')).not.toMatch(/[<>&]/);
      expect(cut.isWellFormed()).toBe(true);
    }
  });
});

describe('the block builders', () => {
  it('keep any text within the limits of Slack', () => {
    const choice = overflow({ action: 'more', options: [option(long, 'undo', long)] });
    const pressed = button({
      action: 'go',
      text: long,
      label: long,
      confirm: confirm({ title: long, text: escaped, yes: long }),
    });
    const blocks = [
      header(long),
      section(escaped),
      fields([escaped]),
      context('x'),
      actions([pressed, choice]),
    ];
    expect(checkMessage({ text: 'Hello', blocks: blocks.slice(0, 1) })).toEqual([]);
    for (const block of blocks) {
      const problems = checkMessage({ text: 'Hello', blocks: [block] });
      expect(problems).toEqual([]);
    }
    const asked = input({
      blockId: 'why',
      label: long,
      hint: long,
      element: textInput({ action: 'why', placeholder: long, initial: '' }),
    });
    const view = modal({ callbackId: 'x', title: long, submit: long, blocks: [asked] });
    expect(checkView(view, 'modal')).toEqual([]);
  });

  it('draw charts and tables that Slack takes, however many and long the names', () => {
    const names = Array.from({ length: 40 }, (_, index) => `${index} ${long}`);
    const drawn = plot({
      kind: 'line',
      title: long,
      categories: names,
      series: names.map((name) => ({ name, values: [1, 2] })),
      xLabel: long,
    });
    const shares = pie(
      long,
      names.map((label, index) => ({ label, value: index })),
    );
    expect(checkMessage({ text: 'Hello', blocks: [drawn, shares] })).toEqual([]);
    expect(pie('Nothing yet', [{ label: 'Webinar', value: 0 }])).toBeNull();
    const header = ['Source', 'Leads'];
    const rows = [['', '42']];
    expect(checkMessage({ text: 'x', blocks: [table({ header, rows, align: ['left', 'right'] })] })).toEqual(
      [],
    );
  });
});
