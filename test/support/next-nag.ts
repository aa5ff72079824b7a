import type { TestContext } from './context.ts';

/** When somebody is to be reminded of what they owe the lead, epoch ms; null: never. */
export async function nextNagOf({ db }: TestContext, leadId: string): Promise<number | null> {
  const row = await db.transaction((tx) =>
    tx.sql
      .selectFrom('promise')
      .select((eb) => eb.fn.min('lookAt').as('at'))
      .where('about', '=', leadId)
      .executeTakeFirst(),
  );
  return row?.at === null || row?.at === undefined ? null : Number(row.at);
}

/** Looked at by then, whatever it says itself. */
export async function lookAt({ db }: TestContext, leadId: string, at: number | null): Promise<void> {
  await db.transaction((tx) =>
    tx.sql
      .updateTable('promise')
      .set({ lookAt: at })
      .where('about', '=', leadId)
      .where('endedAt', 'is', null)
      .execute(),
  );
}
