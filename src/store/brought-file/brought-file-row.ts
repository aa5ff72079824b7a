import type { BroughtFile } from '../../domain/brought-file/brought-file.ts';
import type { SheetWatch } from '../../domain/brought-file/sheet-watch.ts';
import type { Json } from '../columns.ts';

export type SheetWatchRow = Omit<SheetWatch, 'wish'> & { wish: Json<SheetWatch['wish']> };

type AsJson = 'wish' | 'look' | 'outcome' | 'importIds';

/** Structures are kept as text. */
export type BroughtFileRow = Omit<BroughtFile, AsJson> & {
  wish: Json<BroughtFile['wish']>;
  look: Json<NonNullable<BroughtFile['look']>> | null;
  outcome: Json<NonNullable<BroughtFile['outcome']>> | null;
  importIds: Json<BroughtFile['importIds']>;
};
