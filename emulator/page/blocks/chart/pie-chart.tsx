import { type ChartData, numberText } from './series.ts';

const RADIUS = 80;

/** A pie beside its legend; the legend carries value and share, so that no label has to fit into a slice. */
export function PieChart({ data }: { data: ChartData }) {
  const values = data.series[0]?.values ?? [];
  const total = values.reduce((sum, value) => sum + value, 0);
  const share = (value: number) => `${Math.round((100 * value) / (total || 1))} %`;
  const starts = values.map((_, index) => values.slice(0, index).reduce((sum, value) => sum + value, 0));
  return (
    <div class="chart-pie">
      <svg
        viewBox="-82 -82 164 164"
        class="chart-drawing pie"
        role="img"
        aria-label={`Pie chart: ${data.title}`}
      >
        {values.map((value, index) => (
          <path
            key={data.categories[index]}
            class={`tone-${index % 6} slice`}
            d={slice((starts[index] ?? 0) / total, value / total)}
          >
            <title>{`${data.categories[index]}: ${numberText(value)} (${share(value)})`}</title>
          </path>
        ))}
      </svg>
      <ul class="chart-legend stacked">
        {values.map((value, index) => (
          <li key={data.categories[index]}>
            <span class={`chart-swatch tone-${index % 6}`} aria-hidden="true" />
            <span>{data.categories[index]}</span>
            <strong>{numberText(value)}</strong>
            <span class="muted">{share(value)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function slice(start: number, share: number): string {
  // A full circle has no arc from a point to itself: two halves.
  if (share >= 0.9999)
    return `M0,${-RADIUS}A${RADIUS},${RADIUS} 0 1 1 0,${RADIUS}A${RADIUS},${RADIUS} 0 1 1 0,${-RADIUS}Z`;
  return `M0,0L${point(start)}A${RADIUS},${RADIUS} 0 ${share > 0.5 ? 1 : 0} 1 ${point(start + share)}Z`;
}

function point(turn: number): string {
  const angle = 2 * Math.PI * turn;
  return `${(RADIUS * Math.sin(angle)).toFixed(2)},${(-RADIUS * Math.cos(angle)).toFixed(2)}`;
}
