/** People whose accounts were deactivated, and what they still hold. */
import type { Lead } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { lockLead } from '../lead/lead.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/**
 * Those nobody has heard of yet, and those who hold leads in work. Cost: one read of all people, and of those who are gone a look into the
 * index of owners.
 */
export async function findDeactivatedToHandle(tx: Tx): Promise<PersonId[]> {
  const rows = await tx.sql
    .selectFrom('person')
    .select('id')
    .where('goneAt', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('goneTold', '=', 0),
        eb.exists(
          eb
            .selectFrom('lead')
            .select('lead.id')
            .whereRef('lead.owner', '=', 'person.id')
            .where('lead.state', '=', 'claimed'),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** True the first time. Whoever comes second waits here until the first is done. */
export async function recordDeactivationTold(tx: Tx, person: PersonId): Promise<boolean> {
  assertTransaction(tx);
  const { numUpdatedRows } = await tx.sql
    .updateTable('person')
    .set({ goneTold: 1 })
    .where('id', '=', person)
    .where('goneTold', '=', 0)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The leads in work, held for writing, and how many qualified ones still name them. */
export async function lockLeadsOf(tx: Tx, person: PersonId): Promise<{ claimed: Lead[]; qualified: number }> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select(['id', 'state'])
    .where('owner', '=', person)
    .where('state', 'in', ['claimed', 'qualified'])
    .orderBy('id')
    .execute();
  const claimed: Lead[] = [];
  for (const { id } of rows.filter(({ state }) => state === 'claimed')) {
    const lead = await lockLead(tx, id);
    if (lead?.state === 'claimed' && lead.owner === person) claimed.push(lead);
  }
  return { claimed, qualified: rows.filter(({ state }) => state === 'qualified').length };
}
