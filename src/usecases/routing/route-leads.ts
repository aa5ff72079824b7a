import type { Lead } from '../../domain/lead/lead.ts';
import { assignByTurn, turnEvent } from '../../domain/routing/route-lead.ts';
import { type Choice, choose, type RoutingRule, ruleFor } from '../../domain/routing/routing.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import { countOpenLeads, loadTurn, lockRouting, updateTurn } from '../../store/routing/turn.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { announceCard, announceLine, recordMove } from '../lead/record-move.ts';

interface Arrivals {
  leads: readonly Lead[];
  settings: Settings;
  now: number;
}

/** New leads go to whose turn it is, in the transaction that receives them; the reason becomes a line in the card's thread. */
export async function routeLeads(ctx: Context, tx: Tx, { leads, settings, now }: Arrivals): Promise<void> {
  const { routing } = settings;
  const due = leads.flatMap((lead) => {
    const rule = ruleFor(lead, routing);
    return rule ? [{ lead, rule }] : [];
  });
  if (due.length === 0) return;
  await lockRouting(tx);
  for (const { lead, rule } of due) await route(ctx, tx, { lead, rule, settings, now });
}

interface Arrival extends Omit<Arrivals, 'leads'> {
  lead: Lead;
  rule: RoutingRule;
}

async function route(ctx: Context, tx: Tx, arrival: Arrival): Promise<void> {
  const { lead, rule, settings, now } = arrival;
  const turn = await loadTurn(tx, rule.id);
  const people = rule.people.map(({ person }) => person);
  const open = await countOpenLeads(tx, people);
  const choice = choose(rule, { turn, open, team: settings, now });
  await updateTurn(tx, rule.id, choice.turn);
  if (choice.person === null || rule.mode === 'propose') return noteTurn(ctx, tx, { ...arrival, choice });
  const move = assignByTurn(lead, choice.person, { rule, choice }, now);
  const { id, version } = await recordMove(ctx, tx, { from: lead, move, settings, now });
  await tell(ctx, tx, { kind: 'lead_dm', ref: `${id}/${version}`, to: choice.person, now });
}

async function noteTurn(
  ctx: Context,
  tx: Tx,
  { lead, rule, choice, now }: Arrival & { choice: Choice },
): Promise<void> {
  const event = turnEvent(lead, { rule, choice }, now);
  const eventId = ctx.newId('event');
  await insertLeadEvents(tx, [{ ...event, id: eventId, leadId: lead.id, before: null }]);
  await announceCard(ctx, tx, lead, now);
  await announceLine(ctx, tx, { lead, eventId, now });
  if (choice.person) await tell(ctx, tx, { kind: 'lead_proposed', ref: lead.id, to: choice.person, now });
}

interface Word {
  kind: 'lead_dm' | 'lead_proposed';
  ref: string;
  to: PersonId;
  now: number;
}

async function tell(ctx: Context, tx: Tx, { kind, ref, to, now }: Word): Promise<void> {
  await enqueue(tx, { kind, ref, target: to }, { id: ctx.newId('outbox'), now });
}
