import type {
  Button,
  DataTableBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  TableBlock,
} from '@slack/types';

/** Valid pieces of Block Kit, typed by Slack's own types so that a second judge agrees that they are valid. */

export const letters = (n: number) => 'a'.repeat(n);
export const times = <T>(n: number, make: (index: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));

export const plain = (text = 'Ana'): PlainTextElement => ({ type: 'plain_text', text });
export const mrkdwn = (text = '*Ana*'): MrkdwnElement => ({ type: 'mrkdwn', text });

export const button = (more: Partial<Button> = {}): Button => ({
  type: 'button',
  text: plain('Claim'),
  ...more,
});
export const option = (n = 0): PlainTextOption => ({ text: plain(`Option ${n}`), value: `option_${n}` });

export const section = (text = 'Ana claimed it'): KnownBlock => ({ type: 'section', text: mrkdwn(text) });
export const actions = (...elements: Button[]): KnownBlock => ({ type: 'actions', elements });

export const richText = (text = 'Ana'): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
});

export const table = (text = 'Webinar'): TableBlock => ({
  type: 'table',
  column_settings: [{ is_wrapped: true }, { align: 'right' }],
  rows: [
    [
      { type: 'raw_text', text },
      { type: 'raw_number', value: 42, text: '42' },
    ],
  ],
});

export const dataTable = (text = 'Webinar'): DataTableBlock => ({
  type: 'data_table',
  caption: 'Leads by source',
  page_size: 10,
  row_header_column_index: 0,
  rows: [[{ type: 'raw_text', text: 'Source' }], [{ type: 'raw_text', text }]],
});

export const barChart = (categories = ['W46', 'W47'], names = ['Leads', 'Won']) => ({
  type: 'data_visualization',
  title: 'Leads by week',
  chart: {
    type: 'bar',
    series: names.map((name) => ({ name, data: categories.map((label) => ({ label, value: 1 })) })),
    axis_config: { categories, x_label: 'Week', y_label: 'Leads' },
  },
});

export const pieChart = (
  segments: { label: string; value: number }[] = [{ label: 'Webinar', value: 3 }],
) => ({
  type: 'data_visualization',
  title: 'Leads by source',
  chart: { type: 'pie', segments },
});

/** An input block around `element`. */
export const inputOf = (element: object) => ({ type: 'input', label: plain('Note'), element });
export const actionsOf = (...elements: object[]) => ({ type: 'actions', elements });

export const modal = (blocks: unknown[], more: object = {}) => ({
  type: 'modal',
  title: plain('Reject'),
  submit: plain('Reject'),
  blocks,
  ...more,
});
export const home = (blocks: unknown[], more: object = {}) => ({ type: 'home', blocks, ...more });
