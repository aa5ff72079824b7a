import type { BlockProps } from '../block-props.ts';
import { AxesChart } from './axes-chart.tsx';
import { PieChart } from './pie-chart.tsx';
import { type ChartData, chartData, numberText } from './series.ts';

/** Slack's native charts as SVG, with a legend, and every value in a table for those who cannot see the drawing. */
export function ChartBlock({ block }: BlockProps) {
  const data = chartData(block);
  return (
    <figure class="chart">
      <figcaption class="chart-title">{data.title}</figcaption>
      {data.kind === 'unknown' && <p class="unknown">This page does not draw charts of this kind.</p>}
      {data.kind === 'pie' && <PieChart data={data} />}
      {data.kind !== 'pie' && data.kind !== 'unknown' && <AxesChart data={data} />}
      {data.kind !== 'pie' && data.series.length > 1 && <Legend names={data.series.map((one) => one.name)} />}
      <ChartValues data={data} />
    </figure>
  );
}

function Legend({ names }: { names: string[] }) {
  return (
    <ul class="chart-legend">
      {names.map((name, index) => (
        <li key={name}>
          <span class={`chart-swatch tone-${index % 6}`} aria-hidden="true" /> {name}
        </li>
      ))}
    </ul>
  );
}

function ChartValues({ data }: { data: ChartData }) {
  return (
    <details class="chart-values">
      <summary>Values</summary>
      <div class="table-frame">
        <table class="table">
          <thead>
            <tr>
              <th scope="col" class="align-left">
                {data.xLabel || 'Label'}
              </th>
              {data.series.map((one) => (
                <th key={one.name} scope="col" class="align-right">
                  {one.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.categories.map((category, row) => (
              <tr key={category}>
                <th scope="row" class="align-left">
                  {category}
                </th>
                {data.series.map((one) => (
                  <td key={one.name} class="align-right">
                    {numberText(one.values[row] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
