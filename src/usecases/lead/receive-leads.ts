import type { LeadId } from '../../domain/lead/lead.ts';
import type { Move } from '../../domain/lead/lead-event.ts';
import { type LeadInput, type PostRule, receive } from '../../domain/lead/receive.ts';
import type { Actor } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { deliveryKey, findLeadsByDelivery, insertLeads } from '../../store/lead/lead.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { routeLeads } from '../routing/route-leads.ts';
import { findMatches, recordMatches } from './find-matches.ts';
import { announceCard } from './record-move.ts';

export type { LeadInput, PostRule };

export interface ReceiveOptions {
  actor: Actor;
  post: PostRule;
  /** `new` where it is left out. */
  undated?: 'new' | 'old';
  /** Whoever brings it takes it: it is nobody else's turn. */
  isTaken?: boolean;
}

export interface ReceivedLead {
  id: LeadId;
  /** It was here already: the id is the first one's. */
  duplicate: boolean;
}

/**
 * Takes leads in, all or none, in the order given. The same (source, external id) twice is one lead, whether it came before, comes
 * twice in this call, or arrives in another process at this very moment.
 */
export function receiveLeads(
  ctx: Context,
  inputs: readonly LeadInput[],
  options: ReceiveOptions,
): Promise<ReceivedLead[]> {
  const now = ctx.clock.now();
  return ctx.db.transaction((tx) => receiveLeadsIn(ctx, tx, { inputs, options, now }));
}

interface Reception {
  inputs: readonly LeadInput[];
  options: ReceiveOptions;
  now: number;
}

/** The same within a transaction that is open already. */
export async function receiveLeadsIn(ctx: Context, tx: Tx, reception: Reception): Promise<ReceivedLead[]> {
  const settings = await loadSettings(tx);
  const known = await findLeadsByDelivery(tx, reception.inputs.filter(hasExternalId));
  const { answers, moves } = sortOut(ctx, { ...reception, settings, known });
  const leads = moves.map((move) => move.lead);
  const found = await findMatches(tx, leads);
  const inserted = await insertLeads(tx, leads);
  const taken = moves.filter((move) => inserted.has(move.lead.id));
  await recordReceived(ctx, tx, taken, reception.now);
  const lost = leads.map(({ id }) => id).filter((id) => !inserted.has(id));
  const returns = found.filter(({ lead, earlier }) => ![lead.id, earlier.id].some((id) => lost.includes(id)));
  await recordMatches(ctx, tx, { returns, now: reception.now });
  const isReturn = new Set(returns.map(({ lead }) => lead.id));
  // Somebody knows who came back: that one is not for whose turn it is.
  const fresh = taken.map((move) => move.lead).filter(({ id }) => !isReturn.has(id));
  if (!reception.options.isTaken) await routeLeads(ctx, tx, { leads: fresh, settings, now: reception.now });
  if (taken.length === moves.length) return answers;
  return settleRace(tx, answers, reception.inputs, inserted);
}

interface Sorting extends Reception {
  settings: Settings;
  known: ReadonlyMap<string, LeadId>;
}

/** One answer an input, and the leads to be inserted for those that are news. */
function sortOut(ctx: Context, { inputs, options, now, settings, known }: Sorting) {
  const ids = new Map(known);
  const answers: ReceivedLead[] = [];
  const moves: Move[] = [];
  for (const input of inputs) {
    const key = keyOf(input);
    const earlier = key === null ? undefined : ids.get(key);
    const id = earlier ?? (ctx.newId('lead') as LeadId);
    answers.push({ id, duplicate: earlier !== undefined });
    if (earlier !== undefined) continue;
    if (key !== null) ids.set(key, id);
    moves.push(receive(input, { undated: 'new', ...options, id, now, settings }));
  }
  return { answers, moves };
}

async function recordReceived(ctx: Context, tx: Tx, moves: readonly Move[], now: number): Promise<void> {
  const events = moves.map(({ lead, event }) => ({
    ...event,
    id: ctx.newId('event'),
    leadId: lead.id,
    before: null,
  }));
  await insertLeadEvents(tx, events);
  for (const { lead } of moves) {
    await announceCard(ctx, tx, lead, now);
  }
}

/** Another process inserted the same delivery between our look and our insert: its lead is the answer. */
async function settleRace(
  tx: Tx,
  answers: readonly ReceivedLead[],
  inputs: readonly LeadInput[],
  inserted: ReadonlySet<LeadId>,
): Promise<ReceivedLead[]> {
  const winners = await findLeadsByDelivery(tx, inputs.filter(hasExternalId));
  return answers.map((answer, index) => {
    if (inserted.has(answer.id)) return answer;
    const input = inputs[index];
    const winner = input && winners.get(keyOf(input) ?? '');
    return { id: winner ?? answer.id, duplicate: true };
  });
}

function hasExternalId(input: LeadInput): input is LeadInput & { externalId: string } {
  return typeof input.externalId === 'string';
}

function keyOf(input: LeadInput): string | null {
  return hasExternalId(input) ? deliveryKey(input.source, input.externalId) : null;
}
