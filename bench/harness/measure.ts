/** What is taken of many measurements, and how two sides are measured in turns. */

/** The value below which this share of them lies. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export interface Both<T> {
  ours: T[];
  bare: T[];
}

/** In turns, so that whatever else the machine does meets both; the first round only warms up, unless each is a new process. */
export async function alternate<T>(
  rounds: number,
  ours: (round: number) => Promise<T>,
  bare: (round: number) => Promise<T>,
  { warmUp = 1 } = {},
): Promise<Both<T>> {
  const seen: Both<T> = { ours: [], bare: [] };
  for (let round = -warmUp; round < rounds; round++) {
    const sides = [['ours', ours] as const, ['bare', bare] as const];
    for (const [name, side] of round % 2 === 0 ? sides : sides.toReversed()) {
      const measured = await side(round);
      if (round >= 0) seen[name].push(measured);
    }
  }
  return seen;
}

/** One number of a row, and that of the baseline beside it. */
export interface Figure {
  name: string;
  unit: string;
  ours: number;
  bare?: number;
  /** Median of the rounds' own ratios, so that a load that comes and goes does not count. */
  ratio?: number;
  target?: string;
}

export function compare<T>(
  { ours, bare }: Both<T>,
  figure: Pick<Figure, 'name' | 'unit' | 'target'>,
  pick: (measured: T) => number,
): Figure {
  const [a, b] = [ours.map(pick), bare.map(pick)];
  const ratios = a.map((value, index) => value / Math.max(b[index] ?? 0, Number.EPSILON));
  return { ...figure, ours: median(a), bare: median(b), ratio: median(ratios) };
}

export interface Latencies {
  p50: number;
  p99: number;
  max: number;
}

export function latencies(times: readonly number[]): Latencies {
  return { p50: median(times), p99: percentile(times, 0.99), max: Math.max(...times) };
}

/** So many times one after the other, in this process. */
export async function timed(
  count: number,
  work: () => Promise<unknown>,
): Promise<Latencies & { cpu: number }> {
  const times: number[] = [];
  const used = process.cpuUsage();
  for (let time = 0; time < count; time++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(used);
  return { ...latencies(times), cpu: (user + system) / 1000 / count };
}
