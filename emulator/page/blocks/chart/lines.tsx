import type { PlotProps, Scale } from './scale.ts';
import { type ChartData, numberText, shortNumber } from './series.ts';

/** One line a series; an area is a line with its ground filled. */
export function Lines({ data, scale }: PlotProps) {
  return (
    <g>
      {data.series.map((one, nth) => (
        <g key={one.name} class={`tone-${nth % 6}`}>
          <Line values={one.values} filled={data.kind === 'area'} scale={scale} />
          {one.values.map((value, index) => (
            <circle key={data.categories[index]} class="dot" cx={scale.x(index)} cy={scale.y(value)} r="3.5">
              <title>{`${one.name}, ${data.categories[index]}: ${numberText(value)}`}</title>
            </circle>
          ))}
        </g>
      ))}
      <LastNumber data={data} scale={scale} />
    </g>
  );
}

function Line({ values, filled, scale }: { values: readonly number[]; filled: boolean; scale: Scale }) {
  const points = values.map((value, index) => `${scale.x(index).toFixed(1)},${scale.y(value).toFixed(1)}`);
  const floor = scale.y(0);
  const ground = `M${scale.x(0)},${floor}L${points.join('L')}L${scale.x(points.length - 1)},${floor}Z`;
  return (
    <>
      {filled && points.length > 0 && <path class="area" d={ground} />}
      <polyline class="line" points={points.join(' ')} />
    </>
  );
}

/** Of a line that is alone; those of several would lie over one another, and the table below has them. */
function LastNumber({ data, scale }: { data: ChartData; scale: Scale }) {
  const values = data.series[0]?.values ?? [];
  const last = values.at(-1);
  if (last === undefined || data.series.length > 1) return null;
  return (
    <text class="chart-value" x={scale.x(values.length - 1)} y={scale.y(last) - 8} text-anchor="middle">
      {shortNumber(last)}
    </text>
  );
}
