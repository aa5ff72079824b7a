/** What goes out where Slack refuses a message's blocks: first without charts and tables, then text alone. */
import type { DataTableBlock, TableBlock } from '@slack/types';
import { section, type TangoBlock } from './views/kit/blocks.ts';
import type { DataVisualizationBlock } from './views/kit/charts.ts';
import { clipMrkdwn, escapeText } from './views/kit/text.ts';

/** Slack cuts at 40,000 characters and asks for 4,000. */
const TEXT_LIMIT = 3_900;

export interface Content {
  text: string;
  blocks: readonly TangoBlock[];
}

/** A message as the outbox hands it on, which does not look into blocks. */
export interface OutgoingMessage {
  text: string;
  blocks: readonly object[];
  simpler?: readonly object[];
}

/** `simplification`: 0 as rendered, 1 without charts and tables, 2 text alone. */
export function simplify(message: OutgoingMessage, simplification: number): Content {
  const text = clipMrkdwn(message.text, TEXT_LIMIT);
  // All messages are drawn by our own views.
  const [blocks, simpler] = [message.blocks, message.simpler] as (readonly TangoBlock[])[];
  if (simplification === 0 || !blocks) return { text, blocks: blocks ?? [] };
  if (simplification === 1) return { text, blocks: simpler ?? blocks.map(withoutDrawing) };
  const lines = blocks.map(words).filter((line) => line !== '');
  return { text: clipMrkdwn([message.text, ...lines].join('\n'), TEXT_LIMIT), blocks: [] };
}

function withoutDrawing(block: TangoBlock): TangoBlock {
  switch (block.type) {
    case 'data_visualization':
    case 'table':
    case 'data_table':
      return section(words(block) || '-');
    default:
      return block;
  }
}

function words(block: TangoBlock): string {
  switch (block.type) {
    case 'data_visualization':
      return wordsOfChart(block);
    case 'table':
    case 'data_table':
      return wordsOfTable(block);
    case 'header':
      return escapeText(block.text.text);
    case 'section':
      return [block.text, ...(block.fields ?? [])].flatMap((part) => (part ? [part.text] : [])).join('\n');
    case 'context':
      return block.elements.flatMap((part) => ('text' in part ? [part.text] : [])).join(' ');
    default:
      return '';
  }
}

function wordsOfChart({ title, chart }: DataVisualizationBlock): string {
  const series = chart.type === 'pie' ? [{ name: '', data: chart.segments }] : chart.series;
  const lines = series.map(({ name, data }) => {
    const points = data.map((point) => `${point.label} ${point.value}`).join(', ');
    return escapeText(name ? `${name}: ${points}` : points);
  });
  return [`*${escapeText(title)}*`, ...lines].join('\n');
}

function wordsOfTable(block: TableBlock | DataTableBlock): string {
  return block.rows
    .map((row) => row.map((cell) => ('text' in cell ? (cell.text ?? '') : '')).join(' · '))
    .map(escapeText)
    .join('\n');
}
