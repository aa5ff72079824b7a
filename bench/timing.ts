export interface Timing {
  median: number;
  p99: number;
  /** Processor time of this process a round, in ms: what a busy machine does not stretch. */
  cpu: number;
}

/** After a few rounds that only warm up. What is prepared before each round is not counted. */
export async function timed(
  rounds: number,
  work: () => Promise<unknown>,
  prepare: () => Promise<unknown> = async () => undefined,
): Promise<Timing> {
  const times: number[] = [];
  let cpu = 0;
  for (let round = -Math.ceil(rounds / 10); round < rounds; round++) {
    await prepare();
    const start = performance.now();
    const used = process.cpuUsage();
    await work();
    if (round < 0) continue;
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu += (user + system) / 1000;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99), cpu: cpu / rounds };
}

export function line(name: string, { median, p99, cpu }: Timing, baseline: Timing): string {
  const ms = (value: number) => `${value.toFixed(1).padStart(7)} ms`;
  return `${name.padEnd(52)} median ${ms(median)}  p99 ${ms(p99)}  CPU ${ms(cpu)}  ${(median / baseline.median).toFixed(1)} × baseline`;
}
