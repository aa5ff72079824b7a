/** All of many, a batch after the other: each has a transaction of its own, and a click never waits for longer than one. Returns how many. */
export async function inBatches<Item>(
  size: number,
  run: (after: Item | null) => Promise<readonly Item[]>,
): Promise<number> {
  let count = 0;
  for (let after: Item | null = null; ; ) {
    const items = await run(after);
    count += items.length;
    after = items.at(-1) ?? null;
    if (items.length < size) return count;
  }
}
