/** What a CRM says of its deals becomes the outcome of the leads that they are of. Hearing the same again changes nothing; another word is a correction. */
import { type Deal, outcomeOf } from '../../domain/deal/deal.ts';
import { recordOutcome } from '../../domain/lead/close.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { standing } from '../../domain/lead/undo.ts';
import { type Money, moneyOf } from '../../domain/money/money.ts';
import { AppError } from '../../errors.ts';
import { deleteDeal, findDeal, listDealsOf, upsertDeal } from '../../store/deal/deal.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import { findUnmergedLead } from '../../store/lead/lead-match.ts';
import { recordMove } from '../lead/record-move.ts';
import { findLeadOfOutcome } from '../lead/record-outcomes.ts';
import type { Work } from '../work.ts';

export interface ToldDeal extends Pick<Deal, 'vendor' | 'id' | 'state' | 'reason'> {
  /** As its pipeline calls it. */
  stage: string;
  /** Of whom it is, as the vendor knows them. */
  contacts: readonly { externalId: string; email?: string }[];
  /** In major units; the team's currency where none is named. */
  amount: string | null;
  currency: string | null;
  /** When it was closed, epoch ms; null: it is not said. */
  at: number | null;
}

/** One of nobody whom we know is nobody's business here. */
export async function recordDeals(work: Work, told: readonly ToldDeal[]): Promise<void> {
  for (const each of told) {
    const before = await findDeal(work.tx, each);
    const lead = await findLeadOf(work, each, before);
    if (!lead) continue;
    const was = before?.state === each.state ? before.at : work.now;
    const { vendor, id, state, reason } = each;
    const at = Math.min(each.at ?? was, work.now);
    await upsertDeal(work.tx, {
      vendor,
      id,
      state,
      reason,
      at,
      leadId: lead.id,
      value: amountOf(work, each),
    });
    await follow(work, lead);
    // It was somebody else's before.
    if (before && before.leadId !== lead.id) await followOther(work, before, lead);
  }
}

/** Deleted there: what they said is so no more. */
export async function endDeals(work: Work, gone: readonly Pick<Deal, 'vendor' | 'id'>[]): Promise<void> {
  for (const each of gone) {
    const deal = await findDeal(work.tx, each);
    if (!deal) continue;
    await deleteDeal(work.tx, each);
    const lead = await findUnmergedLead(work.tx, deal.leadId);
    if (lead) await follow(work, lead);
  }
}

async function followOther(work: Work, { leadId }: Deal, now: Lead): Promise<void> {
  const other = await findUnmergedLead(work.tx, leadId);
  if (other && other.id !== now.id) await follow(work, other);
}

/** Whose it was, if they are still among its contacts; else whoever is worked on, else whoever came last. */
async function findLeadOf(work: Work, { contacts }: ToldDeal, before: Deal | null): Promise<Lead | null> {
  const known = before && (await findUnmergedLead(work.tx, before.leadId));
  const leads: Lead[] = [];
  for (const contact of contacts) {
    const lead = await findContact(work, contact);
    if (lead) leads.push(lead);
  }
  if (known && (leads.length === 0 || leads.some(({ id }) => id === known.id))) return known;
  const sorted = leads.toSorted((a, b) => b.receivedAt - a.receivedAt);
  return sorted.find(({ owner }) => owner !== null) ?? sorted[0] ?? null;
}

async function findContact(work: Work, contact: ToldDeal['contacts'][number]): Promise<Lead | null> {
  try {
    return await findUnmergedLead(work.tx, await findLeadOfOutcome(work, contact));
  } catch (thrown) {
    // Nobody has this id or address, or several people do: it says whose the deal is as little.
    if (thrown instanceof AppError) return null;
    throw thrown;
  }
}

function amountOf({ settings }: Work, { amount, currency }: ToldDeal): Money | null {
  if (amount === null || !/^\d{1,12}(?:\.\d*)?$/.test(amount)) return null;
  return moneyOf(amount, currency ?? settings.currency);
}

async function follow(work: Work, lead: Lead): Promise<void> {
  const outcome = outcomeOf(await listDealsOf(work.tx, lead.id));
  if (outcome === null || outcome === 'open') return reopen(work, lead);
  const move = recordOutcome(lead, work.by, outcome);
  if (move) await recordMove(work, { from: lead, move });
}

/** What deals had closed goes on where it was; what a person has closed stays. */
async function reopen(work: Work, closed: Lead): Promise<void> {
  let lead = closed;
  for (;;) {
    const last = standing(await listLeadEvents(work.tx, lead.id)).at(-1);
    if (!last?.before || last.actor !== work.by || (last.kind !== 'won' && last.kind !== 'lost')) return;
    const event = { kind: 'undone' as const, at: work.now, actor: work.by, data: { move: last.kind } };
    const move = { lead: { ...lead, ...last.before }, event };
    lead = await recordMove(work, { from: lead, move, undoes: last.id });
  }
}
