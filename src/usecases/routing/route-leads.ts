import { leadCard, leadDm, leadLine, leadProposed } from '../../domain/announcements/lead.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { assignByTurn, turnEvent } from '../../domain/routing/route-lead.ts';
import { type Choice, choose, type RoutingRule, ruleFor } from '../../domain/routing/routing.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { countOpenLeads, loadTurn, lockRouting, updateTurn } from '../../store/routing/turn.ts';
import { recordMove } from '../lead/record-move.ts';
import type { Work } from '../work.ts';
import { routingToday } from './routing-today.ts';

/** New leads go to whose turn it is, in the transaction that receives them; the reason becomes a line in the card's thread. */
export async function routeLeads(work: Work, leads: readonly Lead[]): Promise<void> {
  if (work.settings.routing.rules.length === 0) return;
  const routing = await routingToday(work);
  const due = leads.flatMap((lead) => {
    const rule = ruleFor(lead, routing);
    return rule ? [{ lead, rule }] : [];
  });
  if (due.length === 0) return;
  await lockRouting(work.tx);
  for (const { lead, rule } of due) await route(work, lead, rule);
}

async function route(work: Work, lead: Lead, rule: RoutingRule): Promise<void> {
  const { tx, settings, now } = work;
  const turn = await loadTurn(tx, rule.id);
  const open = await countOpenLeads(
    tx,
    rule.people.map(({ person }) => person),
  );
  const choice = choose(rule, { turn, open, team: settings, now });
  await updateTurn(tx, rule.id, choice.turn);
  if (choice.person === null || rule.mode === 'propose') return recordTurn(work, lead, { rule, choice });
  const move = assignByTurn(lead, choice.person, { rule, choice }, now);
  const assigned = await recordMove(work, { from: lead, move });
  await work.announce(leadDm(assigned, choice.person));
}

/** No move: the lead stays new, and its thread says whose turn it is, or why it is nobody's. */
async function recordTurn(
  work: Work,
  lead: Lead,
  { rule, choice }: { rule: RoutingRule; choice: Choice },
): Promise<void> {
  const event = turnEvent(lead, { rule, choice }, work.now);
  const id = work.newId('event');
  await insertLeadEvents(work.tx, [{ ...event, id, leadId: lead.id, before: null }]);
  const proposal = choice.person && leadProposed(lead, choice.person);
  await work.announce(leadCard(lead), leadLine(lead, id), proposal);
}
