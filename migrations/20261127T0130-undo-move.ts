import { type Kysely, sql } from 'kysely';

/** What an undo would take back is kept with the lead, so that menus offer it where there is something. Of leads that were moved before: their last move. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('lead').addColumn('undo_move', 'text').execute();
  await sql`update lead set undo_move = (
      select case when kind in (${sql.join(UNDOABLE.map((kind) => sql.lit(kind)))}) then id end
      from lead_event where lead_id = lead.id and before is not null order by id desc limit 1
    ) where version > 1`.execute(db);
}

const UNDOABLE = [
  'claimed',
  'contacted',
  'qualified',
  'rejected',
  'won',
  'lost',
  'released',
  'handed_over',
  'assigned',
  'snoozed',
  'reopened',
];
