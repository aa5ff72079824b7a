import { z } from 'zod';
import { id, text } from '../composition.ts';
import { LIMITS } from '../limits.ts';

const label = text(LIMITS.chart.label);

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().positive() }))
    .min(1)
    .max(LIMITS.chart.segments),
});

const series = z.strictObject({
  name: label,
  data: z
    .array(z.strictObject({ label, value: z.number() }))
    .min(1)
    .max(LIMITS.chart.categories),
});

const axisConfig = z.strictObject({
  categories: z.array(label).min(1).max(LIMITS.chart.categories),
  x_label: text(LIMITS.chart.axisLabel).optional(),
  y_label: text(LIMITS.chart.axisLabel).optional(),
});

const plotted = <Kind extends 'bar' | 'line' | 'area'>(kind: Kind) =>
  z
    .strictObject({
      type: z.literal(kind),
      series: z.array(series).min(1).max(LIMITS.chart.series),
      axis_config: axisConfig,
    })
    .superRefine((chart, context) => {
      const categories = chart.axis_config.categories;
      const names = chart.series.map(({ name }) => name);
      if (!areUnique(categories)) refuse('categories must be unique', ['axis_config', 'categories']);
      if (!areUnique(names)) refuse('series names must be unique', ['series']);
      for (const [index, { data }] of chart.series.entries()) {
        if (!haveSameLabels(data, categories)) {
          refuse('data labels must match the categories of the axis', ['series', index, 'data']);
        }
      }
      function refuse(message: string, path: PropertyKey[]) {
        context.addIssue({ code: 'custom', message, path });
      }
    });

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

/** Exactly one point for each category, in whatever order. */
function haveSameLabels(data: readonly { label: string }[], categories: readonly string[]): boolean {
  const labels = data.map((point) => point.label);
  return (
    labels.length === categories.length && areUnique(labels) && labels.every((l) => categories.includes(l))
  );
}

export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: id.optional(),
  title: text(LIMITS.chart.title),
  chart: z.discriminatedUnion('type', [pie, plotted('bar'), plotted('line'), plotted('area')]),
});
