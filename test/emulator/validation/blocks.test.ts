import { describe, expect, test } from 'vitest';
import { checkMessage, checkView } from '../../../emulator/validation/index.ts';
import {
  actionsOf,
  barChart,
  dataTable,
  home,
  inputOf,
  modal,
  mrkdwn,
  option,
  pieChart,
  plain,
  section,
  table,
} from './samples.ts';

const inMessage = (block: unknown) => checkMessage({ blocks: [block] }).map((problem) => problem.message);
const inModal = (block: unknown) => checkView(modal([block]), 'modal').map((problem) => problem.message);
const inHome = (block: unknown) => checkView(home([block]), 'home').map((problem) => problem.message);
const said = (sentence: string, pointer: string) => [`${sentence} [json-pointer:${pointer}]`];

const video = {
  type: 'video',
  alt_text: 'A talk',
  title: plain(),
  video_url: 'https://a.example/v',
  thumbnail_url: 'https://a.example/t.png',
};

describe('a block is refused', () => {
  const select = (more: object) => actionsOf({ type: 'static_select', ...more });
  const cases: [string, unknown, string, string][] = [
    ['of a kind Slack does not know', { type: 'chart' }, 'unsupported type: chart', '/type'],
    ['without a kind', {}, 'missing required field: type', ''],
    ['that is no object', 'section', 'must provide an object', ''],
    [
      'that only Slack itself makes',
      { type: 'file', source: 'remote', external_id: 'F1' },
      'unsupported type: file',
      '/type',
    ],
    [
      'with a key Slack does not know',
      { type: 'divider', color: 'red' },
      'invalid additional property: color',
      '',
    ],
    [
      'with a disabled button, which Slack has not',
      actionsOf({ type: 'button', text: plain(), disabled: true }),
      'invalid additional property: disabled',
      '/elements/0',
    ],
    [
      'with mrkdwn where Slack wants plain text',
      { type: 'header', text: { type: 'mrkdwn', text: 'a' } },
      'must be one of the allowed values: plain_text',
      '/text/type',
    ],
    [
      'with emoji on mrkdwn',
      { type: 'section', text: { type: 'mrkdwn', text: 'a', emoji: true } },
      'invalid additional property: emoji',
      '/text',
    ],
    ['with a string in place of a text', { type: 'section', text: 'a' }, 'must provide an object', '/text'],
    ['as a section of nothing', { type: 'section' }, 'must supply one of text or fields', ''],
    [
      'with a style of its own',
      actionsOf({ type: 'button', text: plain(), style: 'warning' }),
      'must be one of the allowed values: primary, danger',
      '/elements/0/style',
    ],
    [
      'with an input among actions',
      actionsOf({ type: 'plain_text_input' }),
      'unsupported type: plain_text_input',
      '/elements/0/type',
    ],
    [
      'with a button in an input',
      inputOf({ type: 'button', text: plain() }),
      'unsupported type: button',
      '/element/type',
    ],
    [
      'with a picture of no source',
      { type: 'image', alt_text: 'A' },
      'must supply one of image_url or slack_file',
      '',
    ],
    ['with no options at all', select({}), 'must supply one of options or option_groups', '/elements/0'],
    [
      'with options and groups',
      select({ options: [option()], option_groups: [{ label: plain(), options: [option()] }] }),
      'must supply one of options or option_groups',
      '/elements/0',
    ],
    [
      'with an initial option not offered',
      select({ options: [option(1)], initial_option: option(2) }),
      'initial option must exactly match one of the provided options',
      '/elements/0',
    ],
    [
      'with initial boxes not offered',
      actionsOf({ type: 'checkboxes', options: [option(1)], initial_options: [option(1), option(2)] }),
      'initial option must exactly match one of the provided options',
      '/elements/0/initial_options',
    ],
    [
      'with an initial radio button not offered',
      actionsOf({
        type: 'radio_buttons',
        options: [option(1)],
        initial_option: { ...option(1), text: plain('Else') },
      }),
      'initial option must exactly match one of the provided options',
      '/elements/0/initial_option',
    ],
    [
      'with a date that is none',
      actionsOf({ type: 'datepicker', initial_date: '2026-02-30' }),
      'must be a date of the form YYYY-MM-DD',
      '/elements/0/initial_date',
    ],
    [
      'with a time that is none',
      actionsOf({ type: 'timepicker', initial_time: '24:00' }),
      'must be a time of the form HH:mm',
      '/elements/0/initial_time',
    ],
    [
      'with milliseconds for seconds',
      actionsOf({ type: 'datetimepicker', initial_date_time: 1_700_000_000_000 }),
      'must be less than or equal to 9999999999',
      '/elements/0/initial_date_time',
    ],
    [
      'with an empty filter',
      actionsOf({ type: 'conversations_select', filter: {} }),
      'must supply at least one filter',
      '/elements/0/filter',
    ],
    [
      'with a minute past the hour’s last',
      actionsOf({ type: 'timepicker', initial_time: '10:60' }),
      'must be a time of the form HH:mm',
      '/elements/0/initial_time',
    ],
    [
      'that lets nobody be chosen',
      actionsOf({ type: 'multi_users_select', max_selected_items: 0 }),
      'must be greater than or equal to 1',
      '/elements/0/max_selected_items',
    ],
    [
      'with a picture of two sources',
      { type: 'image', alt_text: 'A', slack_file: { id: 'F1', url: 'https://a.example' } },
      'must supply one of id or url',
      '/slack_file',
    ],
    [
      'as a card of nothing',
      { type: 'card', subtitle: mrkdwn() },
      'must supply one of hero_image, title, body or actions',
      '',
    ],
    [
      'as a container without a title',
      { type: 'container', child_blocks: [section()] },
      'must supply one of title or rich_text_title',
      '',
    ],
    [
      'as a video from an open line',
      { ...video, video_url: 'http://a.example/v' },
      'must be an https URL',
      '/video_url',
    ],
  ];
  test.each(cases)('%s', (_, block, sentence, pointer) => {
    expect(inMessage(block)).toEqual(said(sentence, `/blocks/0${pointer}`));
  });

  const inputs: [string, object, string, string][] = [
    [
      'that asks for more than it takes',
      { type: 'plain_text_input', min_length: 5, max_length: 4 },
      'min_length must be less than or equal to max_length',
      '/min_length',
    ],
    [
      'that takes more than Slack does',
      { type: 'plain_text_input', max_length: 3001 },
      'must be less than or equal to 3000',
      '/max_length',
    ],
    [
      'without a word on decimals',
      { type: 'number_input' },
      'missing required field: is_decimal_allowed',
      '',
    ],
    [
      'whose least is above its most',
      { type: 'number_input', is_decimal_allowed: false, min_value: '10', max_value: '9' },
      'min_value must be less than or equal to max_value',
      '/min_value',
    ],
    [
      'that starts with a fraction it refuses',
      { type: 'number_input', is_decimal_allowed: false, initial_value: '1.5' },
      'must be an integer as is_decimal_allowed is false',
      '/initial_value',
    ],
    [
      'with a number as a number',
      { type: 'number_input', is_decimal_allowed: true, min_value: 1 },
      'must provide a string',
      '/min_value',
    ],
    [
      'with eleven files',
      { type: 'file_input', max_files: 11 },
      'must be less than or equal to 10',
      '/max_files',
    ],
    [
      'with no file',
      { type: 'file_input', max_files: 0 },
      'must be greater than or equal to 1',
      '/max_files',
    ],
  ];
  test.each(inputs)('as an input %s', (_, element, sentence, pointer) => {
    expect(inModal(inputOf(element))).toEqual(said(sentence, `/view/blocks/0/element${pointer}`));
  });
});

describe('tables and charts', () => {
  const cell = (text: string) => ({ type: 'raw_text', text });
  const bar = (more: object) => ({ ...barChart(), chart: { ...barChart().chart, ...more } });
  const cases: [string, unknown, string, string][] = [
    [
      'a cell says something',
      { type: 'table', rows: [[cell('')]] },
      'must be more than 0 characters',
      '/rows/0/0/text',
    ],
    [
      'a data table has a row below its header',
      { ...dataTable(), rows: [[cell('Source')]] },
      'no fewer than 2 items allowed',
      '/rows',
    ],
    [
      'a data table has equal rows',
      { ...dataTable(), rows: [[cell('A')], [cell('a'), cell('b')]] },
      'all rows must have the same number of cells',
      '/rows',
    ],
    [
      'a header is plain',
      {
        ...dataTable(),
        rows: [
          [
            {
              type: 'rich_text',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'A' }] }],
            },
          ],
          [cell('a')],
        ],
      },
      'header cells must not be rich_text',
      '/rows/0',
    ],
    [
      'the row header is a column',
      { ...dataTable(), row_header_column_index: 1 },
      'must be the index of a column',
      '/row_header_column_index',
    ],
    [
      'a data table takes no column settings',
      { ...dataTable(), column_settings: [{}] },
      'invalid additional property: column_settings',
      '',
    ],
    [
      'a slice is more than nothing',
      pieChart([{ label: 'Webinar', value: 0 }]),
      'must be greater than 0',
      '/chart/segments/0/value',
    ],
    [
      'series have names of their own',
      barChart(['W47'], ['Leads', 'Leads']),
      'series names must be unique',
      '/chart/series',
    ],
    [
      'categories differ',
      barChart(['W47', 'W47'], ['Leads']),
      'categories must be unique',
      '/chart/axis_config/categories',
    ],
    [
      'each series has every category',
      bar({ axis_config: { categories: ['W46'] } }),
      'data labels must match the categories of the axis',
      '/chart/series/0/data',
    ],
    [
      'no series leaves a category out',
      bar({ series: [{ name: 'Leads', data: [{ label: 'W46', value: 1 }] }] }),
      'data labels must match the categories of the axis',
      '/chart/series/0/data',
    ],
    ['a chart is of a known kind', bar({ type: 'radar' }), 'unsupported type: radar', '/chart/type'],
  ];
  test.each(cases)('%s', (_, block, sentence, pointer) => {
    expect(inMessage(block)).toContain(said(sentence, `/blocks/0${pointer}`)[0]);
  });
});

describe('a block stands only where Slack shows it', () => {
  const date = actionsOf({ type: 'datetimepicker' });
  const note = inputOf({ type: 'email_text_input' });
  const words = inputOf({ type: 'rich_text_input' });
  const task = { type: 'task_card', task_id: 't', title: 'Look it up', status: 'complete' };
  const choice = { text: plain('Yes'), value: 'yes' };
  const feedback = {
    type: 'context_actions',
    elements: [{ type: 'feedback_buttons', positive_button: choice, negative_button: choice }],
  };
  const workflow = actionsOf({
    type: 'workflow_button',
    text: plain(),
    workflow: { trigger: { url: 'https://a.example' } },
  });
  const rows: [string, unknown, { message: boolean; modal: boolean; home: boolean }][] = [
    ['section', section(), { message: true, modal: true, home: true }],
    ['table', table(), { message: true, modal: false, home: true }],
    ['data table', dataTable(), { message: true, modal: false, home: true }],
    ['chart', barChart(), { message: true, modal: false, home: false }],
    ['markdown', { type: 'markdown', text: 'a' }, { message: true, modal: false, home: false }],
    ['alert', { type: 'alert', text: plain() }, { message: false, modal: true, home: false }],
    ['date and time', date, { message: true, modal: true, home: false }],
    ['email', note, { message: false, modal: true, home: false }],
    ['url', inputOf({ type: 'url_text_input' }), { message: false, modal: true, home: false }],
    [
      'number',
      inputOf({ type: 'number_input', is_decimal_allowed: true }),
      { message: false, modal: true, home: false },
    ],
    ['file', inputOf({ type: 'file_input' }), { message: false, modal: true, home: false }],
    ['rich text input', words, { message: false, modal: true, home: true }],
    ['video', video, { message: true, modal: true, home: true }],
    ['card', { type: 'card', title: mrkdwn() }, { message: true, modal: true, home: true }],
    [
      'carousel',
      { type: 'carousel', elements: [{ type: 'card', title: mrkdwn() }] },
      { message: true, modal: false, home: true },
    ],
    [
      'container',
      { type: 'container', title: plain(), child_blocks: [section()] },
      { message: true, modal: false, home: false },
    ],
    ['plan', { type: 'plan', title: 'a', tasks: [task] }, { message: true, modal: false, home: false }],
    ['task', task, { message: true, modal: false, home: false }],
    ['feedback', feedback, { message: true, modal: false, home: false }],
    ['workflow button', workflow, { message: true, modal: false, home: false }],
  ];
  test.each(rows)('%s', (_, block, allowed) => {
    expect({
      message: inMessage(block).length === 0,
      modal: inModal(block).length === 0,
      home: inHome(block).length === 0,
    }).toEqual(allowed);
  });

  test('and Slack is told which one does not', () => {
    expect(inModal(table())).toEqual(said('unsupported type: table in a modal', '/view/blocks/0/type'));
    expect(inHome(date)).toEqual(
      said('unsupported type: datetimepicker in a home', '/view/blocks/0/elements/0/type'),
    );
  });
});
