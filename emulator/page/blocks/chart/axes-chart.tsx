import { type ChartData, numberText, shortNumber, ticksFor } from './series.ts';

const WIDTH = 560;
const HEIGHT = 220;
const FRAME = { left: 48, right: 12, top: 12, bottom: 28 };

/** Bars, lines and areas over the same two axes. */
export function AxesChart({ data }: { data: ChartData }) {
  const scale = scaleFor(data);
  const height = HEIGHT + (data.xLabel ? 18 : 0);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} class="chart-drawing" role="img" aria-label={summaryOf(data)}>
      <Grid data={data} scale={scale} />
      {data.kind === 'bar' ? <Bars data={data} scale={scale} /> : <Lines data={data} scale={scale} />}
      {data.xLabel && (
        <text class="chart-axis" x={(FRAME.left + WIDTH) / 2} y={height - 4} text-anchor="middle">
          {data.xLabel}
        </text>
      )}
      {data.yLabel && (
        <text class="chart-axis" transform={`translate(12 ${HEIGHT / 2}) rotate(-90)`} text-anchor="middle">
          {data.yLabel}
        </text>
      )}
    </svg>
  );
}

interface Scale {
  ticks: number[];
  band: number;
  x(index: number): number;
  y(value: number): number;
}

interface PartProps {
  data: ChartData;
  scale: Scale;
}

function scaleFor(data: ChartData): Scale {
  const ticks = ticksFor(data.series.flatMap((one) => one.values));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const left = FRAME.left + (data.yLabel ? 12 : 0);
  const band = (WIDTH - left - FRAME.right) / Math.max(1, data.categories.length);
  const room = HEIGHT - FRAME.top - FRAME.bottom;
  return {
    ticks,
    band,
    x: (index) => left + band * (index + 0.5),
    y: (value) => FRAME.top + room * (1 - (value - low) / (high - low)),
  };
}

function Grid({ data, scale }: PartProps) {
  const left = scale.x(-0.5);
  // Long labels share the width: every second or third one is written when they would touch.
  const longest = Math.max(1, ...data.categories.map((one) => one.length));
  const every = Math.max(1, Math.ceil((longest * 6.2 + 6) / scale.band));
  return (
    <g class="chart-grid">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={left}
            x2={WIDTH - FRAME.right}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
            class={tick === 0 ? 'zero' : ''}
          />
          <text x={left - 8} y={scale.y(tick) + 4} text-anchor="end">
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

function Bars({ data, scale }: PartProps) {
  const width = Math.min(36, (scale.band * 0.72) / data.series.length);
  const labelled = width >= 18;
  return (
    <g>
      {data.series.map((one, nth) =>
        one.values.map((value, index) => {
          const x = scale.x(index) + (nth - data.series.length / 2) * width;
          const top = Math.min(scale.y(value), scale.y(0));
          return (
            <g key={`${one.name} ${data.categories[index]}`}>
              <rect
                class={`tone-${nth % 6} bar`}
                x={x + 0.5}
                y={top}
                width={width - 1}
                height={Math.abs(scale.y(value) - scale.y(0))}
                rx="2"
              >
                <title>{`${one.name}, ${data.categories[index]}: ${numberText(value)}`}</title>
              </rect>
              {labelled && (
                <text class="chart-value" x={x + width / 2} y={top - 4} text-anchor="middle">
                  {shortNumber(value)}
                </text>
              )}
            </g>
          );
        }),
      )}
    </g>
  );
}

function Lines({ data, scale }: PartProps) {
  return (
    <g>
      {data.series.map((one, nth) => {
        const points = one.values.map(
          (value, index) => `${scale.x(index).toFixed(1)},${scale.y(value).toFixed(1)}`,
        );
        const floor = scale.y(0);
        const area = `M${scale.x(0)},${floor}L${points.join('L')}L${scale.x(points.length - 1)},${floor}Z`;
        return (
          <g key={one.name} class={`tone-${nth % 6}`}>
            {data.kind === 'area' && <path class="area" d={area} />}
            <polyline class="line" points={points.join(' ')} />
            {one.values.map((value, index) => (
              <circle
                key={data.categories[index]}
                class="dot"
                cx={scale.x(index)}
                cy={scale.y(value)}
                r="3.5"
              >
                <title>{`${one.name}, ${data.categories[index]}: ${numberText(value)}`}</title>
              </circle>
            ))}
            <LastValue
              value={one.values.at(-1)}
              index={one.values.length - 1}
              scale={scale}
              alone={data.series.length === 1}
            />
          </g>
        );
      })}
    </g>
  );
}

/** With several lines their last values would lie over one another; the table below has them. */
function LastValue(props: { value: number | undefined; index: number; scale: Scale; alone: boolean }) {
  const { value, index, scale, alone } = props;
  if (value === undefined || !alone) return null;
  return (
    <text class="chart-value" x={scale.x(index)} y={scale.y(value) - 8} text-anchor="middle">
      {shortNumber(value)}
    </text>
  );
}

function summaryOf(data: ChartData): string {
  const names = data.series.map((one) => one.name).join(', ');
  return `${data.kind[0]?.toUpperCase()}${data.kind.slice(1)} chart: ${data.title}. ${names} over ${data.categories.length} points`;
}
