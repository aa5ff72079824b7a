import { type Json, list, num, obj, str, strings } from '../../state/slack-json.ts';

/** A `data_visualization` block, read into what the drawings need. */
export interface ChartData {
  kind: 'pie' | 'bar' | 'line' | 'area' | 'unknown';
  title: string;
  categories: string[];
  series: { name: string; values: number[] }[];
  xLabel: string;
  yLabel: string;
}

/** Every series has one value per category, in their order; a missing point counts as 0. */
export function chartData(block: Json): ChartData {
  const chart = obj(block, 'chart');
  const kind = KINDS.find((one) => one === str(chart, 'type')) ?? 'unknown';
  const title = str(block, 'title');
  if (kind === 'pie') {
    const segments = list(chart, 'segments');
    const values = segments.map((segment) => num(segment, 'value') ?? 0);
    const categories = segments.map((segment) => str(segment, 'label'));
    return { kind, title, categories, series: [{ name: title, values }], xLabel: '', yLabel: '' };
  }
  const axis = obj(chart, 'axis_config');
  const categories = strings(axis, 'categories');
  const series = list(chart, 'series').map((one) => ({
    name: str(one, 'name'),
    values: valuesOf(one, categories),
  }));
  return { kind, title, categories, series, xLabel: str(axis, 'x_label'), yLabel: str(axis, 'y_label') };
}

const KINDS = ['pie', 'bar', 'line', 'area'] as const;

function valuesOf(series: Json, categories: readonly string[]): number[] {
  const points = list(series, 'data');
  return categories.map(
    (category) =>
      num(
        points.find((point) => str(point, 'label') === category),
        'value',
      ) ?? 0,
  );
}

/** Round steps (1, 2, 5 times a power of ten) that cover all values, and 0. */
export function ticksFor(values: readonly number[], wanted = 4): number[] {
  const low = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  // All zero still needs an axis to lie on.
  const high = most - low < 1e-9 ? low + 1 : most;
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

const NUMBERS = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

export const numberText = (value: number): string => NUMBERS.format(value);
export const shortNumber = (value: number): string =>
  (Math.abs(value) < 10_000 ? NUMBERS : SHORT).format(value);
