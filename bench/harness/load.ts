/** The two ways in which work is sent: at a pace that does not wait for answers, and as fast as answers come. */
import { setTimeout as pause } from 'node:timers/promises';

type Act = (n: number) => Promise<unknown>;

async function time(act: Act, n: number): Promise<number> {
  const start = performance.now();
  await act(n);
  return performance.now() - start;
}

/** Each at its own moment, answered or not what came before: as people click. Milliseconds of each. */
export async function atPace(perSecond: number, count: number, act: Act): Promise<number[]> {
  const start = performance.now();
  const sent: Promise<number>[] = [];
  for (let n = 0; n < count; n++) {
    await pause(Math.max(0, start + (n * 1000) / perSecond - performance.now()));
    sent.push(time(act, n));
  }
  return Promise.all(sent);
}

export interface Saturated {
  perSecond: number;
  times: number[];
  count: number;
}

/** So many at once, each the next as soon as it is answered, until there are no more or the time is over. */
export async function saturate(
  width: number,
  limit: { count?: number; ms?: number },
  act: Act,
): Promise<Saturated> {
  const { count = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY } = limit;
  const start = performance.now();
  const times: number[] = [];
  let next = 0;
  const one = async () => {
    while (next < count && performance.now() - start < ms) times.push(await time(act, next++));
  };
  await Promise.all(Array.from({ length: width }, one));
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: times.length / seconds, times, count: times.length };
}
