/** Chance that falls the same way each time (mulberry32), so that everybody plays the same story. */
export interface Dice {
  /** In [0, 1). */
  roll(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, as often as its weight says. */
  weighted<K extends string>(weights: Partial<Record<K, number>>): K;
}

export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1));
  return {
    roll,
    between,
    pick: (list) => pickAt(list, between(0, list.length - 1)),
    weighted: (weights) => pickWeighted(weights, roll()),
  };
}

function pickAt<T>(list: readonly T[], index: number): T {
  const picked = list[index];
  if (picked === undefined) throw new Error('There is nothing to choose from');
  return picked;
}

function pickWeighted<K extends string>(weights: Partial<Record<K, number>>, rolled: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = rolled * entries.reduce((sum, [, weight]) => sum + weight, 0);
  const hit = entries.find(([, weight]) => {
    left -= weight;
    return left < 0;
  });
  const [key] = hit ?? entries.at(-1) ?? [];
  if (key === undefined) throw new Error('There is nothing to choose from');
  return key;
}
