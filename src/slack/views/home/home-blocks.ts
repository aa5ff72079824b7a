import type { HomeList, HomeListName, Page } from '../../../domain/home.ts';
import type { PromiseKind } from '../../../domain/promise/kinds.ts';
import { HOME, homeList } from '../../action-ids.ts';
import { actions, header, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';

/** One role's part of the Home. */
export interface SectionBlocks {
  /** What somebody has to do. */
  waiting: TangoBlock[];
  /** What is good to know, whether there is anything to do or not. */
  toKnow: TangoBlock[];
}

export interface Where {
  timezone: string;
  now: number;
}

/** "Due now (2)" over the first of them, and the way to the others; nothing where there is none. */
export function group<T>(
  { title, list }: { title: string; list: Pick<HomeList, 'name' | 'kind'> },
  { shown, count }: Page<T>,
  show: (item: T) => TangoBlock[],
): TangoBlock[] {
  if (shown.length === 0) return [];
  return [header(`${title} (${count})`), ...shown.flatMap(show), ...more(list, count - shown.length, title)];
}

/** A button that opens all of it; nothing where all of it is here. `of`: what it is, for screen readers. */
export function more(
  { name, kind }: Pick<HomeList, 'name' | 'kind'>,
  unshown: number,
  of: string,
): TangoBlock[] {
  if (unshown <= 0) return [];
  const value = homeList.encode({ name, kind, page: 0 });
  return [actions([button({ action: HOME.more, text: `and ${unshown} more`, value, label: `All: ${of}` })])];
}

export function listOf(name: HomeListName, kind: PromiseKind | null = null): Pick<HomeList, 'name' | 'kind'> {
  return { name, kind };
}
