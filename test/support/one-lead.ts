/** One lead, and what use cases say and do about it. */
import type { Lead, LeadId } from '../../src/domain/lead/lead.ts';
import { AppError } from '../../src/errors.ts';
import type { Tx } from '../../src/store/transaction.ts';
import type { Context } from '../../src/usecases/context.ts';
import { loadLeadScene } from '../../src/usecases/lead/load-lead-scene.ts';
import type { QualifyLeadInput } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { ANA } from './people.ts';

export const MINUTE = 60_000;

export const DANA = { source: 'Webinar', name: 'Dana Whitfield', company: 'Harbour Hotels' };

export async function receiveOne(ctx: Context, facts = {}): Promise<LeadId> {
  const [received] = await receiveLeads(ctx, [{ ...DANA, ...facts }], { by: 'api', post: 'all' });
  return received!.id;
}

export async function leadNow(ctx: Context, leadId: LeadId): Promise<Lead> {
  return (await loadLeadScene(ctx, { leadId, person: ANA })).lead;
}

export async function historyOf(ctx: Context, leadId: LeadId): Promise<string[]> {
  const { history } = await loadLeadScene(ctx, { leadId, person: ANA });
  return history.map((event) => `${event.kind} by ${event.actor}`);
}

export function announced(ctx: Context): Promise<string[]> {
  return ctx.db.transaction(async (tx: Tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['kind', 'target', 'threadOf'])
      .orderBy('id')
      .execute();
    return rows.map((row) => `${row.kind} to ${row.target}${row.threadOf ? ' in the thread' : ''}`);
  });
}

export async function refusal(work: Promise<unknown>): Promise<AppError> {
  const thrown = await work.then(
    () => new Error('it was allowed'),
    (error: unknown) => error,
  );
  if (!(thrown instanceof AppError)) throw thrown;
  return thrown;
}

const ALL_MET = {
  met: ['fits', 'need', 'decides', 'timing'],
  exception: null,
  nextStep: null,
  nextStepOn: null,
};

export function qualification(
  leadId: LeadId,
  person = ANA,
  rest: Partial<QualifyLeadInput> = {},
): QualifyLeadInput {
  return { leadId, person, ...ALL_MET, amount: null, note: null, ...rest };
}
