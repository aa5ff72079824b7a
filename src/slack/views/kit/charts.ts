/** Slack's own charts. @slack/types 3.2 does not know the block yet. At most two in a message. */
import type { Block } from '@slack/types';
import { clip } from '../../../sentences/clip.ts';

/** `label` is at most 20 characters. */
export interface Point {
  label: string;
  value: number;
}

interface Series {
  /** At most 20 characters, unique. */
  name: string;
  data: Point[];
}

type PlottedKind = 'bar' | 'line' | 'area';

export interface DataVisualizationBlock extends Block {
  type: 'data_visualization';
  title: string;
  chart:
    | { type: 'pie'; segments: Point[] }
    | {
        type: PlottedKind;
        series: Series[];
        axis_config: { categories: string[]; x_label?: string; y_label?: string };
      };
}

const LIMITS = { title: 50, label: 20, categories: 20, series: 6 } as const;

function label(name: string): string {
  return clip(name, LIMITS.label);
}

interface PlotOptions {
  kind: PlottedKind;
  title: string;
  /** At most 20, unique within their first 20 characters. */
  categories: readonly string[];
  /** At most 6; each has one value for each category, in their order. */
  series: readonly { name: string; values: readonly number[] }[];
  xLabel?: string;
  yLabel?: string;
}

export function plot(options: PlotOptions): DataVisualizationBlock {
  const categories = options.categories.slice(0, LIMITS.categories).map((name) => label(name));
  const series = options.series.slice(0, LIMITS.series).map(({ name, values }) => ({
    name: label(name),
    data: categories.map((label, index) => ({ label, value: values[index] ?? 0 })),
  }));
  const axis_config = {
    categories,
    ...(options.xLabel ? { x_label: clip(options.xLabel, LIMITS.title) } : {}),
    ...(options.yLabel ? { y_label: clip(options.yLabel, LIMITS.title) } : {}),
  };
  return {
    type: 'data_visualization',
    title: clip(options.title, LIMITS.title),
    chart: { type: options.kind, series, axis_config },
  };
}

/** Null when no segment is above zero: Slack has no such pie, say it in words. */
export function pie(title: string, segments: readonly Point[]): DataVisualizationBlock | null {
  const shown = segments.filter((point) => point.value > 0).slice(0, LIMITS.series);
  if (shown.length === 0) return null;
  return {
    type: 'data_visualization',
    title: clip(title, LIMITS.title),
    chart: {
      type: 'pie',
      segments: shown.map(({ label: name, value }) => ({ label: label(name), value })),
    },
  };
}
