import type { Import, ImportCounts, ImportId, ImportNoun, RefusedRow } from '../../domain/import/import.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { insertImport, insertRefusals, updateImport } from '../../store/import/import.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** Hears how an import goes: before its first row, after each part, and at its end, however that comes. */
export interface ImportRecord {
  begin(about: { header: readonly string[]; rowsInAll: number }): Promise<ImportId>;
  /** So far; with the rows that were refused since the last time. */
  advance(counts: ImportCounts, refused: readonly RefusedRow[]): Promise<void>;
  end(counts: ImportCounts, state: 'done' | 'stopped' | 'failed'): Promise<void>;
}

interface About {
  noun: ImportNoun;
  fileName: string;
  by: Actor;
}

/** Of an import that begins now. */
export function importRecord(ctx: Context, about: About): ImportRecord {
  const id = ctx.newId('import') as ImportId;
  const record = (changes: (tx: Tx, now: number) => Promise<void>) =>
    perform(ctx, about.by, ({ tx, now }) => changes(tx, now));
  return {
    begin: async ({ header, rowsInAll }) => {
      await record((tx, now) => insertImport(tx, begun(id, { ...about, rowsInAll, now }), { header }));
      return id;
    },
    advance: (counts, refused) =>
      record(async (tx) => {
        await insertRefusals(tx, id, refused);
        await updateImport(tx, id, counts);
      }),
    end: (counts, state) => record((tx, now) => updateImport(tx, id, { ...counts, state, endedAt: now })),
  };
}

type Beginning = About & { rowsInAll: number; now: number };

function begun(id: ImportId, { noun, fileName, by, rowsInAll, now }: Beginning): Import {
  return {
    ...{ id, noun, fileName, begunBy: by, begunAt: now, state: 'running' },
    ...{ rowsInAll, rowsDone: 0, taken: 0, unchanged: 0, refused: 0 },
    ...{ endedAt: null, undoneAt: null, undoneBy: null },
  };
}
