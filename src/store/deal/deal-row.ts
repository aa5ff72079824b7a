import type { Deal } from '../../domain/deal/deal.ts';
import type { ImportId } from '../../domain/import/import.ts';

export type DealRow = Omit<Deal, 'value'> & { valueMinor: number | null; currency: string | null };

/** Each time as an import had it; `elsewhere`: at another lead. */
export type FileDealRow = Omit<DealRow, 'vendor' | 'state'> & {
  state: DealRow['state'] | 'elsewhere';
  importId: ImportId;
};
