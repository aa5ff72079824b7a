/** What the demo asks of the database beyond what the product shows. */
import { type NagStep, type PromiseKind, ruleOf } from '../src/domain/promise/kinds.ts';
import type { Context } from '../src/usecases/context.ts';

/** When some promise is next to be looked at for a nag, epoch ms; in the past when it waits for working hours. */
export function nextNagAt({ db }: Context): Promise<number | null> {
  return db.transaction(async (tx) => {
    const row = await tx.sql
      .selectFrom('promise')
      .select((eb) => eb.fn.min('lookAt').as('at'))
      .executeTakeFirst();
    return row?.at ?? null;
  });
}

export interface SaidNag {
  promise: PromiseKind;
  step: NagStep | null;
  lead: string;
  owner: string | null;
}

/** What has been said since then, the first first. */
export function nagsSince({ db }: Context, since: number): Promise<SaidNag[]> {
  return db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('nag')
      .innerJoin('lead', 'lead.id', 'nag.leadId')
      .select(['nag.promise', 'nag.step', 'lead.name', 'lead.company', 'lead.owner'])
      .where('nag.sentAt', '>=', since)
      .orderBy('nag.sentAt')
      .execute();
    return rows.map(({ promise, step, name, company, owner }) => ({
      promise,
      step: ruleOf(promise).steps.find((each) => each.step === step) ?? null,
      lead: [name, company].filter(Boolean).join(', ') || 'a lead',
      owner,
    }));
  });
}

/** Leads with a card that nobody has claimed. */
export function countWaiting({ db }: Context): Promise<number> {
  return db.transaction(async (tx) => {
    const row = await tx.sql
      .selectFrom('lead')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('state', '=', 'new')
      .where('cardChannel', 'is not', null)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  });
}

/** Whether there is anything that Slack has not taken yet, and whether some of it is being sent right now. */
export function unsentMessages({ db }: Context): Promise<'none' | 'waiting' | 'on their way'> {
  return db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select('status')
      .where('status', 'in', ['pending', 'sending'])
      .distinct()
      .execute();
    if (rows.some(({ status }) => status === 'sending')) return 'on their way';
    return rows.length > 0 ? 'waiting' : 'none';
  });
}
