/** Names that nobody knew, under which leads came that are known from a source. */
import type { SourceId } from '../../domain/source/source.ts';
import { inList, listOf, prepared } from '../prepared.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

export interface SourceGuess {
  key: string;
  sourceId: SourceId;
  text: string;
  leads: number;
  lastAt: number;
}

export async function findGuesses(tx: Tx, keys: readonly string[]): Promise<SourceGuess[]> {
  if (keys.length === 0) return [];
  return selectGuesses(tx, { keys: listOf(tx, keys) });
}

const selectGuesses = prepared<{ keys: unknown }, SourceGuess>(({ sql: db, dialect, values: { keys } }) =>
  db.selectFrom('sourceGuess').selectAll().where('key', 'in', inList(dialect, keys)),
);

export async function listGuesses(tx: Tx): Promise<SourceGuess[]> {
  return tx.sql.selectFrom('sourceGuess').selectAll().orderBy('lastAt', 'desc').limit(MOST).execute();
}

/** Of sources that stand. */
export async function countGuesses(tx: Tx): Promise<number> {
  const { guesses } = await tx.sql
    .selectFrom('sourceGuess')
    .innerJoin('source', 'source.id', 'sourceGuess.sourceId')
    .where('source.mergedInto', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('guesses'))
    .executeTakeFirstOrThrow();
  return Number(guesses);
}

const MOST = 100;

/** One more lead under this name. */
export async function recordGuess(tx: Tx, guess: Omit<SourceGuess, 'leads'>): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .insertInto('sourceGuess')
    .values({ ...guess, leads: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'sourceId']).doUpdateSet((eb) => ({
        leads: eb('sourceGuess.leads', '+', 1),
        lastAt: guess.lastAt,
      })),
    )
    .execute();
}
