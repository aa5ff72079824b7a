import type { PlotProps } from './scale.ts';
import { numberText, shortNumber } from './series.ts';

const WIDEST = 36;
/** Narrower bars would write their numbers over one another. */
const ROOM_FOR_A_NUMBER = 18;

export function Bars({ data, scale }: PlotProps) {
  const width = Math.min(WIDEST, (scale.band * 0.72) / data.series.length);
  return (
    <g>
      {data.series.map((one, nth) =>
        one.values.map((value, index) => (
          <Bar
            key={`${one.name} ${data.categories[index]}`}
            tone={nth % 6}
            x={scale.x(index) + (nth - data.series.length / 2) * width}
            width={width}
            top={Math.min(scale.y(value), scale.y(0))}
            height={Math.abs(scale.y(value) - scale.y(0))}
            words={`${one.name}, ${data.categories[index]}: ${numberText(value)}`}
            number={width < ROOM_FOR_A_NUMBER ? '' : shortNumber(value)}
          />
        )),
      )}
    </g>
  );
}

interface BarProps {
  tone: number;
  x: number;
  width: number;
  top: number;
  height: number;
  words: string;
  number: string;
}

function Bar({ tone, x, width, top, height, words, number }: BarProps) {
  return (
    <g>
      <rect class={`tone-${tone} bar`} x={x + 0.5} y={top} width={width - 1} height={height} rx="2">
        <title>{words}</title>
      </rect>
      {number && (
        <text class="chart-value" x={x + width / 2} y={top - 4} text-anchor="middle">
          {number}
        </text>
      )}
    </g>
  );
}
