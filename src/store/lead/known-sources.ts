import { sql } from 'kysely';
import type { Tx } from '../transaction.ts';

/** Somebody who sends another one with each lead would make the list endless: what is not in it is only not offered. */
const MOST = 3000;

/** Each source that a lead ever came from, by name. Cost: one step along the index a source, however many leads each has. */
export async function listSources(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ source: string }>`
    with recursive known (source) as (
      select min(source) from lead where source > ''
      union all
      select (select min(source) from lead where lead.source > known.source) from known where known.source is not null
    )
    select source from known where source is not null limit ${MOST}`.execute(tx.sql);
  return rows.map(({ source }) => source);
}
