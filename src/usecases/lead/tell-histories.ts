/** What a file tells of the lives of leads: which reason its words mean, and what is news of leads that are here already. */
import {
  type LeadHistory,
  type Told,
  tellHistory,
  tellsDeal,
  weighHistory,
} from '../../domain/lead/history.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { RejectReason } from '../../domain/reject-reason/reject-reason.ts';
import { nameKey } from '../../domain/source/fold.ts';
import type { Made } from '../../store/import/import.ts';
import { findLeads, lockLead } from '../../store/lead/lead.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { findUnmergedLead } from '../../store/lead/lead-match.ts';
import { listEveryReason } from '../../store/reject-reason/reject-reason.ts';
import type { Work } from '../work.ts';
import { recordMove } from './record-move.ts';

/** Which reason another program's words mean: by its label or its code, however they are spelled; null: none of ours. */
export type ReasonOf = (history: LeadHistory | undefined) => RejectReason | null;

/** Asked once for all of a delivery, and only where one of them gives a reason. */
export async function reasonsToldBy(
  { tx }: Work,
  histories: readonly (LeadHistory | undefined)[],
): Promise<ReasonOf> {
  if (histories.every((history) => history?.rejectReason === undefined)) return () => null;
  const reasons = await listEveryReason(tx);
  const byWord = new Map(
    reasons.flatMap((reason) => [reason.code, reason.label].map((word) => [nameKey(word), reason])),
  );
  return (history) => byWord.get(nameKey(history?.rejectReason ?? '')) ?? null;
}

export interface ToldOfKnown {
  id: LeadId;
  history: LeadHistory;
}

/** `updated`: it was news. `otherwise`: somebody here knows better, and nothing was changed. */
export type ToldFate = 'updated' | 'known' | 'otherwise';

/**
 * Leads that are here go on as they do in the other program, each as one step that can be taken back with what brought it. An old one without a card
 * stays so. Answers in the order of what was told; of one that is told twice the later is weighed against the earlier.
 */
export async function tellOfKnown(
  work: Work,
  told: readonly ToldOfKnown[],
): Promise<{ fates: ToldFate[]; made: Made[] }> {
  const histories = told.map(({ history }) => history);
  const reasonOf = await reasonsToldBy(work, histories);
  const here = await leadsToldOf(work, told);
  const fates: ToldFate[] = [];
  const made: Made[] = [];
  const changed = new Set<LeadId>();
  for (const [index, { history }] of told.entries()) {
    const seen = here[index];
    // Most of an export that comes each week is as it was, and is left alone without a lock.
    const isNews =
      seen && (changed.has(seen.id) || fateOf(work, { lead: seen, history, reasonOf }).fate === 'updated');
    const lead = isNews ? await lockLead(work.tx, seen.id) : null;
    const one = lead ?? seen;
    const { fate, told: news } = one
      ? fateOf(work, { lead: one, history, reasonOf })
      : { fate: 'known' as const, told: null };
    fates.push(fate);
    if (!lead || !news) continue;
    made.push({ leadId: lead.id, eventId: await record(work, lead, news) });
    changed.add(lead.id);
  }
  return { fates, made };
}

/** What `tellOfKnown` would come to, with nothing written. `after`: leads as earlier rows of the file would have left them, which goes on. */
export async function previewOfKnown(
  work: Work,
  told: readonly ToldOfKnown[],
  after: Map<LeadId, Lead>,
): Promise<ToldFate[]> {
  const reasonOf = await reasonsToldBy(
    work,
    told.map(({ history }) => history),
  );
  const here = await leadsToldOf(work, told);
  return told.map(({ id, history }, index) => {
    const lead = after.get(here[index]?.id ?? id) ?? here[index];
    if (!lead) return 'known';
    const { fate, told: news } = fateOf(work, { lead, history, reasonOf });
    if (news) after.set(lead.id, news.lead);
    return fate;
  });
}

/** In the order of what is told. A deal is of the lead that theirs has been merged into; the rest of what is told of a merged one is told of the other as well. */
async function leadsToldOf({ tx }: Work, told: readonly ToldOfKnown[]): Promise<(Lead | undefined)[]> {
  const leads = await findLeads(tx, [...new Set(told.map(({ id }) => id))]);
  const byId = new Map(leads.map((lead) => [lead.id, lead]));
  const found: (Lead | undefined)[] = [];
  for (const { id, history } of told) {
    const lead = byId.get(id);
    const isElsewhere = lead?.state === 'merged' && tellsDeal(history);
    found.push(isElsewhere ? ((await findUnmergedLead(tx, id)) ?? undefined) : lead);
  }
  return found;
}

interface One {
  lead: Lead;
  history: LeadHistory;
  reasonOf: ReasonOf;
}

function fateOf(
  { by: actor, now }: Work,
  { lead, history, reasonOf }: One,
): { fate: ToldFate; told: Told | null } {
  const tidings = weighHistory(lead, history);
  if (tidings !== 'news') return { fate: tidings, told: null };
  const told = tellHistory(lead, history, { actor, now, reason: reasonOf(history) });
  return { fate: told ? 'updated' : 'known', told };
}

/** Answers with the id of the last event. Only that one is a move: whoever takes it back takes back all that the file told. */
async function record(work: Work, from: Lead, { lead, events }: Told): Promise<string> {
  const [last, ...before] = events.toReversed();
  if (!last) throw new Error('a history without an event changes nothing');
  const steps = before.toReversed();
  await insertLeadEvents(
    work.tx,
    steps.map((event) => ({ ...event, id: work.newId('event'), leadId: from.id, before: null })),
  );
  const recorded = await recordMove(work, { from, move: { lead, event: last } });
  return recorded.undoMove ?? '';
}
