import { describe, expect, test } from 'vitest';
import { checkMessage, checkView, LIMITS } from '../../../emulator/validation/index.ts';
import {
  actions,
  actionsOf,
  barChart,
  button,
  dataTable,
  inputOf,
  letters,
  modal,
  mrkdwn,
  option,
  pieChart,
  plain,
  richText,
  section,
  table,
  times,
} from './samples.ts';

const select = (more: object) => ({ type: 'static_select', ...more });
const image = { type: 'image', image_url: 'https://a.example/a.png', alt_text: 'A chart' };
const video = {
  type: 'video',
  alt_text: 'A talk',
  title: plain(),
  video_url: 'https://a.example/v',
  thumbnail_url: 'https://a.example/t.png',
};
const card = { type: 'card', title: mrkdwn() };
const container = { type: 'container', title: plain(), child_blocks: [section()] };

/** What is limited; the limit; a block with `n` of it; where below `/blocks/0` Slack points when there is one too many. */
type Case = [what: string, max: number, of: (n: number) => object, pointer: string];

const characters: Case[] = [
  ['section text', 3000, (n) => section(letters(n)), '/text/text'],
  ['section field', 2000, (n) => ({ type: 'section', fields: [mrkdwn(letters(n))] }), '/fields/0/text'],
  ['block_id', 255, (n) => ({ type: 'divider', block_id: letters(n) }), '/block_id'],
  ['action_id', 255, (n) => actions(button({ action_id: letters(n) })), '/elements/0/action_id'],
  ['header', 150, (n) => ({ type: 'header', text: plain(letters(n)) }), '/text/text'],
  ['context text', 3000, (n) => ({ type: 'context', elements: [mrkdwn(letters(n))] }), '/elements/0/text'],
  ['markdown', 12_000, (n) => ({ type: 'markdown', text: letters(n) }), '/text'],
  ['image alt_text', 2000, (n) => ({ ...image, alt_text: letters(n) }), '/alt_text'],
  ['image title', 2000, (n) => ({ ...image, title: plain(letters(n)) }), '/title/text'],
  ['image url', 3000, (n) => ({ ...image, image_url: letters(n) }), '/image_url'],
  ['video title', 199, (n) => ({ ...video, title: plain(letters(n)) }), '/title/text'],
  ['video author', 49, (n) => ({ ...video, author_name: letters(n) }), '/author_name'],
  ['button text', 75, (n) => actions(button({ text: plain(letters(n)) })), '/elements/0/text/text'],
  ['button value', 2000, (n) => actions(button({ value: letters(n) })), '/elements/0/value'],
  ['button url', 3000, (n) => actions(button({ url: letters(n) })), '/elements/0/url'],
  [
    'accessibility_label',
    75,
    (n) => actions(button({ accessibility_label: letters(n) })),
    '/elements/0/accessibility_label',
  ],
  [
    'confirm title',
    100,
    (n) => actions(button({ confirm: { title: plain(letters(n)), text: plain() } })),
    '/elements/0/confirm/title/text',
  ],
  [
    'confirm text',
    300,
    (n) => actions(button({ confirm: { text: mrkdwn(letters(n)) } })),
    '/elements/0/confirm/text/text',
  ],
  [
    'confirm button',
    30,
    (n) => actions(button({ confirm: { text: plain(), deny: plain(letters(n)) } })),
    '/elements/0/confirm/deny/text',
  ],
  [
    'option text',
    75,
    (n) => actionsOf({ type: 'overflow', options: [{ ...option(), text: plain(letters(n)) }] }),
    '/elements/0/options/0/text/text',
  ],
  [
    'option value',
    150,
    (n) => actionsOf({ type: 'overflow', options: [{ ...option(), value: letters(n) }] }),
    '/elements/0/options/0/value',
  ],
  [
    'option description',
    75,
    (n) => actionsOf({ type: 'radio_buttons', options: [{ ...option(), description: mrkdwn(letters(n)) }] }),
    '/elements/0/options/0/description/text',
  ],
  [
    'option group label',
    75,
    (n) => actionsOf(select({ option_groups: [{ label: plain(letters(n)), options: [option()] }] })),
    '/elements/0/option_groups/0/label/text',
  ],
  [
    'placeholder',
    150,
    (n) => actionsOf({ type: 'users_select', placeholder: plain(letters(n)) }),
    '/elements/0/placeholder/text',
  ],
  ['chart title', 50, (n) => ({ ...pieChart(), title: letters(n) }), '/title'],
  ['segment label', 20, (n) => pieChart([{ label: letters(n), value: 1 }]), '/chart/segments/0/label'],
  ['series name', 20, (n) => barChart(['W47'], [letters(n)]), '/chart/series/0/name'],
  ['card body', 200, (n) => ({ ...card, body: mrkdwn(letters(n)) }), '/body/text'],
  ['container subtitle', 150, (n) => ({ ...container, subtitle: plain(letters(n)) }), '/subtitle/text'],
];

const items: Case[] = [
  ['section fields', 10, (n) => ({ type: 'section', fields: times(n, () => mrkdwn()) }), '/fields'],
  ['context elements', 10, (n) => ({ type: 'context', elements: times(n, () => mrkdwn()) }), '/elements'],
  ['action elements', 25, (n) => actions(...times(n, () => button())), '/elements'],
  [
    'context actions',
    5,
    (n) => ({
      type: 'context_actions',
      elements: times(n, () => ({ type: 'icon_button', icon: 'trash', text: plain() })),
    }),
    '/elements',
  ],
  [
    'overflow options',
    5,
    (n) => actionsOf({ type: 'overflow', options: times(n, option) }),
    '/elements/0/options',
  ],
  [
    'checkboxes',
    10,
    (n) => actionsOf({ type: 'checkboxes', options: times(n, option) }),
    '/elements/0/options',
  ],
  [
    'radio buttons',
    10,
    (n) => actionsOf({ type: 'radio_buttons', options: times(n, option) }),
    '/elements/0/options',
  ],
  ['select options', 100, (n) => actionsOf(select({ options: times(n, option) })), '/elements/0/options'],
  [
    'option groups',
    100,
    (n) => actionsOf(select({ option_groups: times(n, (i) => ({ label: plain(), options: [option(i)] })) })),
    '/elements/0/option_groups',
  ],
  [
    'table rows',
    100,
    (n) => ({ type: 'table', rows: times(n, () => [{ type: 'raw_text', text: '-' }]) }),
    '/rows',
  ],
  ['table cells', 20, (n) => ({ type: 'table', rows: [times(n, () => richText())] }), '/rows/0'],
  [
    'data table rows',
    201,
    (n) => ({ ...dataTable(), rows: times(n, () => [{ type: 'raw_text', text: '-' }]) }),
    '/rows',
  ],
  ['pie segments', 6, (n) => pieChart(times(n, (i) => ({ label: `S${i}`, value: 1 }))), '/chart/segments'],
  [
    'chart series',
    6,
    (n) =>
      barChart(
        ['W47'],
        times(n, (i) => `S${i}`),
      ),
    '/chart/series',
  ],
  ['carousel cards', 10, (n) => ({ type: 'carousel', elements: times(n, () => card) }), '/elements'],
  [
    'container blocks',
    10,
    (n) => ({ ...container, child_blocks: times(n, () => section()) }),
    '/child_blocks',
  ],
];

const modalCharacters: Case[] = [
  [
    'input label',
    2000,
    (n) => ({ ...inputOf({ type: 'datepicker' }), label: plain(letters(n)) }),
    '/label/text',
  ],
  [
    'input hint',
    2000,
    (n) => ({ ...inputOf({ type: 'datepicker' }), hint: plain(letters(n)) }),
    '/hint/text',
  ],
  [
    'initial text',
    3000,
    (n) => inputOf({ type: 'plain_text_input', initial_value: letters(n) }),
    '/element/initial_value',
  ],
  ['alert', 200, (n) => ({ type: 'alert', text: plain(letters(n)) }), '/text/text'],
];

describe('a message is taken at each limit and refused one above it', () => {
  test.each(characters)('%s: %i characters', (_, max, of, pointer) => {
    expect(checkMessage({ blocks: [of(max)] })).toEqual([]);
    expect(checkMessage({ blocks: [of(max + 1)] })).toContainEqual({
      code: 'invalid_blocks',
      message: `must be less than ${max + 1} characters [json-pointer:/blocks/0${pointer}]`,
      pointer: `/blocks/0${pointer}`,
    });
    expect(checkMessage({ blocks: [of(0)] })).toContainEqual({
      code: 'invalid_blocks',
      message: `must be more than 0 characters [json-pointer:/blocks/0${pointer}]`,
      pointer: `/blocks/0${pointer}`,
    });
  });

  test.each(items)('%s: %i items', (_, max, of, pointer) => {
    expect(checkMessage({ blocks: [of(max)] })).toEqual([]);
    expect(checkMessage({ blocks: [of(max + 1)] })).toContainEqual({
      code: 'invalid_blocks',
      message: `no more than ${max} items allowed [json-pointer:/blocks/0${pointer}]`,
      pointer: `/blocks/0${pointer}`,
    });
    expect(checkMessage({ blocks: [of(0)] }).map((problem) => problem.pointer)).toContain(
      `/blocks/0${pointer}`,
    );
  });
});

describe('a modal is taken at each limit and refused one above it', () => {
  test.each(modalCharacters)('%s: %i characters', (_, max, of, pointer) => {
    expect(checkView(modal([of(max)]), 'modal')).toEqual([]);
    expect(checkView(modal([of(max + 1)]), 'modal')).toContainEqual({
      code: 'invalid_arguments',
      message: `must be less than ${max + 1} characters [json-pointer:/view/blocks/0${pointer}]`,
      pointer: `/view/blocks/0${pointer}`,
    });
  });
});

test('every limit names the page of Slack’s that it comes from', () => {
  for (const limit of Object.values(LIMITS)) expect(limit.page).toMatch(/^reference\/[a-z]/);
});

test('the samples are valid to begin with', () => {
  expect(
    checkMessage({ blocks: [section(), table(), dataTable(), barChart(), pieChart(), richText()] }),
  ).toEqual([]);
});
