import { context, header, type TangoBlock } from '../kit/blocks.ts';

/** One role's part of the Home. */
export interface SectionBlocks {
  /** What somebody has to do. */
  waiting: TangoBlock[];
  /** What is good to know, whether there is anything to do or not. */
  toKnow: TangoBlock[];
}

/** "Due now (2)" over the first of them, and how many more there are; nothing where there is none. */
export function group<T>(
  title: string,
  { shown, count }: { shown: readonly T[]; count: number },
  show: (item: T) => TangoBlock[],
): TangoBlock[] {
  if (shown.length === 0) return [];
  const rest = count > shown.length ? [context(`and ${count - shown.length} more`)] : [];
  return [header(`${title} (${count})`), ...shown.flatMap(show), ...rest];
}
