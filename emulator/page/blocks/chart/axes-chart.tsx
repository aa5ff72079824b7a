import { Bars } from './bars.tsx';
import { Grid } from './grid.tsx';
import { Lines } from './lines.tsx';
import { HEIGHT, scaleFor } from './scale.ts';
import type { ChartData } from './series.ts';
import { useWidth } from './width.ts';

/** Bars, lines and areas over the same two axes, drawn at the width there is, so that the words stay readable. */
export function AxesChart({ data }: { data: ChartData }) {
  const [frame, width] = useWidth();
  const scale = scaleFor(data, width);
  const height = HEIGHT + (data.xLabel ? 18 : 0);
  return (
    <div ref={frame}>
      <svg viewBox={`0 0 ${width} ${height}`} class="chart-drawing" role="img" aria-label={summaryOf(data)}>
        <Grid data={data} scale={scale} />
        {data.kind === 'bar' ? <Bars data={data} scale={scale} /> : <Lines data={data} scale={scale} />}
        {data.xLabel && (
          <text class="chart-axis" x={(scale.left + scale.right) / 2} y={height - 4} text-anchor="middle">
            {data.xLabel}
          </text>
        )}
        {data.yLabel && (
          <text class="chart-axis" transform={`translate(12 ${HEIGHT / 2}) rotate(-90)`} text-anchor="middle">
            {data.yLabel}
          </text>
        )}
      </svg>
    </div>
  );
}

function summaryOf(data: ChartData): string {
  const names = data.series.map((one) => one.name).join(', ');
  const kind = `${data.kind[0]?.toUpperCase()}${data.kind.slice(1)}`;
  return `${kind} chart: ${data.title}. ${names} over ${data.categories.length} points`;
}
