import { type ChartData, ticksFor } from './series.ts';

export const HEIGHT = 220;
const MARGIN = { left: 48, right: 12, top: 16, bottom: 28 };

/** From values and categories to places in the drawing. */
export interface Scale {
  ticks: number[];
  left: number;
  right: number;
  /** The width that one category has. */
  band: number;
  x(index: number): number;
  y(value: number): number;
}

export interface PlotProps {
  data: ChartData;
  scale: Scale;
}

export function scaleFor(data: ChartData, width: number): Scale {
  const ticks = ticksFor(data.series.flatMap((one) => one.values));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const left = MARGIN.left + (data.yLabel ? 12 : 0);
  const right = width - MARGIN.right;
  const band = (right - left) / Math.max(1, data.categories.length);
  const room = HEIGHT - MARGIN.top - MARGIN.bottom;
  return {
    ticks,
    left,
    right,
    band,
    x: (index) => left + band * (index + 0.5),
    y: (value) => MARGIN.top + room * (1 - (value - low) / (high - low)),
  };
}
