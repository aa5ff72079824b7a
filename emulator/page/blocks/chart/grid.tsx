import { HEIGHT, type PlotProps } from './scale.ts';
import { shortNumber } from './series.ts';

/** The width of a letter, as wide as they come. */
const LETTER = 7.4;

export function Grid({ data, scale }: PlotProps) {
  // Long labels share the width: every second or third one is written when they would touch.
  const longest = Math.max(1, ...data.categories.map((one) => one.length));
  const every = Math.max(1, Math.ceil((longest * LETTER + 6) / scale.band));
  return (
    <g class="chart-grid">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={scale.left}
            x2={scale.right}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
            class={tick === 0 ? 'zero' : ''}
          />
          <text x={scale.left - 8} y={scale.y(tick) + 4} text-anchor="end">
            {shortNumber(tick)}
          </text>
        </g>
      ))}
      {data.categories.map((category, index) =>
        index % every === 0 ? (
          <text key={category} x={scale.x(index)} y={HEIGHT - 8} text-anchor="middle">
            {category}
          </text>
        ) : null,
      )}
    </g>
  );
}
