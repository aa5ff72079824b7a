/** What blocks come to in words, and the blocks that are drawn rather than written, in those that all of Slack knows. */
import type { AlertBlock, ContainerBlock, DataTableBlock, TableBlock } from '@slack/types';
import { section, type TangoBlock } from '../views/kit/blocks.ts';
import type { DataVisualizationBlock } from '../views/kit/charts.ts';
import { escapeText } from '../views/kit/text.ts';

/** Charts and tables in words, and the blocks of 2026 as those they stand for: workspaces get them at different times. */
export function withoutDrawing(block: TangoBlock): TangoBlock[] {
  switch (block.type) {
    case 'data_visualization':
    case 'table':
    case 'data_table':
    case 'alert':
      return [section(words(block) || '-')];
    case 'container':
      return [
        section(titleOf(block) || '-'),
        ...(block.child_blocks as TangoBlock[]).flatMap(withoutDrawing),
      ];
    default:
      return [block];
  }
}

/** In mrkdwn. */
export function words(block: TangoBlock): string {
  switch (block.type) {
    case 'data_visualization':
      return wordsOfChart(block);
    case 'table':
    case 'data_table':
      return wordsOfTable(block);
    case 'header':
      return `*${escapeText(block.text.text)}*`;
    case 'section':
      return [block.text, ...(block.fields ?? [])]
        .flatMap((part) => (part ? [wordsOf(part)] : []))
        .join('\n');
    case 'context':
      return block.elements.flatMap((part) => ('text' in part ? [wordsOf(part)] : [])).join(' ');
    case 'alert':
      return wordsOfAlert(block);
    case 'container':
      return [titleOf(block), ...(block.child_blocks as TangoBlock[]).map(words)].filter(Boolean).join('\n');
    default:
      return '';
  }
}

function wordsOf({ type, text }: { type: string; text: string }): string {
  return type === 'plain_text' ? escapeText(text) : text;
}

function wordsOfAlert({ text, level }: AlertBlock): string {
  const sign = level === 'error' || level === 'warning' ? ':warning: ' : '';
  return sign + wordsOf(text);
}

function titleOf({ title, subtitle }: ContainerBlock): string {
  const name = title ? `*${escapeText(title.text)}*` : '';
  return [name, subtitle ? wordsOf(subtitle) : ''].filter(Boolean).join('\n');
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
