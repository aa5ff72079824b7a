/** Files that Mia has brought. */
import type { ImportId } from '../../src/domain/import/import.ts';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import { importOutcomes } from '../../src/intake/csv/import-outcomes.ts';
import type { ImportReport } from '../../src/intake/csv/import-rows.ts';
import { importSpend } from '../../src/intake/csv/import-spend.ts';
import type { Context } from '../../src/usecases/context.ts';
import { importRecord } from '../../src/usecases/import/record-import.ts';
import { csvFile, request } from './csv.ts';
import { MIA } from './people.ts';

export const LEADS =
  'source,id,name,email,created_at\nFair,1,Dana,dana@harbour.example,2026-11-10\nFair,2,Rui,rui@cove.example,2026-11-11\n';

export function bring(
  ctx: Context,
  noun: 'leads' | 'outcomes' | 'spend',
  text: string,
): Promise<ImportReport> {
  const record = importRecord(ctx, { noun, fileName: `${noun}.csv`, by: MIA });
  const asked = request(csvFile(text), { record });
  if (noun === 'leads') return importLeads(ctx, asked, 'recent');
  return noun === 'outcomes' ? importOutcomes(ctx, asked) : importSpend(ctx, asked);
}

export const idOf = ({ importId }: ImportReport) => importId as ImportId;
