/**
 * A file that was brought by mistake is taken back: what nobody has worked on goes as if it had never come, and what somebody has stays. Many rows go in
 * many transactions, so that a click between them waits for none of it; one that was broken off goes on where it was.
 */
import { leadCard } from '../../domain/announcements/lead.ts';
import { type Import, type ImportId, isTouched } from '../../domain/import/import.ts';
import type { KeptLead, KeptWhy, Undone } from '../../domain/import/undone.ts';
import { emptyAgain, isFilling, isWorkedOnByPerson } from '../../domain/lead/fill.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { withMatchKeys } from '../../domain/lead/match-keys.ts';
import { isUndoable, standing } from '../../domain/lead/undo.ts';
import { refuse } from '../../domain/refusals.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { type Week, weekAt } from '../../domain/time/week.ts';
import { deleteFileDeals } from '../../store/deal/file-deal.ts';
import {
  countMade,
  findImport,
  listMade,
  type Made,
  updateImport,
  updateMadeGone,
} from '../../store/import/import.ts';
import { findLead, lockLead, updateLead } from '../../store/lead/lead.ts';
import {
  findLeadEvent,
  insertLeadEvents,
  listLeadEvents,
  type RecordedEvent,
} from '../../store/lead/lead-event.ts';
import { findMatch } from '../../store/lead/lead-match.ts';
import { deleteLeads } from '../../store/lead/remove.ts';
import { lockLedger, withdrawBatch } from '../../store/money/ledger.ts';
import { listPublishedWeeks } from '../../store/scorecard/scorecard.ts';
import { isNamedByStory } from '../../store/story/story.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { recordMove } from '../lead/record-move.ts';
import { perform, type Work } from '../work.ts';

/** Few enough that a click between two parts hardly waits. */
const AT_ONCE = 128;

/** So many of those that stay are named. */
const MOST_NAMED = 50;

/** Throws `import_not_found`, or `import_undone` where nothing of it is left. */
export async function undoImport(ctx: Context, id: ImportId, by: Actor): Promise<Undone> {
  const found = await begin(ctx, id, by);
  if (found.noun === 'spend') await withdrawSpend(ctx, found, by);
  const named: KeptLead[] = [];
  let after: Made | null = null;
  for (;;) {
    const part: Part = await takePart(ctx, { found, after, by });
    named.push(...part.kept.slice(0, MOST_NAMED - named.length));
    if (part.last === null) break;
    after = part.last;
  }
  return end(ctx, id, { by, named });
}

function begin(ctx: Context, id: ImportId, by: Actor): Promise<Import> {
  return perform(ctx, by, async ({ tx, now }) => {
    const found = await findImport(tx, id);
    if (!found) throw refuse('import_not_found', { id });
    if (found.state === 'undone') throw refuse('import_undone');
    // Cards ask who it was as soon as the first lead is gone.
    await updateImport(tx, id, { state: 'undoing', undoneAt: now, undoneBy: by });
    return found;
  });
}

async function withdrawSpend(ctx: Context, { id }: Import, by: Actor): Promise<void> {
  await perform(ctx, by, async ({ tx, now: at }) => {
    await lockLedger(tx);
    await withdrawBatch(tx, id, { at, by });
  });
}

interface Part {
  /** Null: no more. */
  last: Made | null;
  kept: KeptLead[];
}

interface Going {
  found: Import;
  after: Made | null;
  by: Actor;
}

function takePart(ctx: Context, { found, after, by }: Going): Promise<Part> {
  return perform(
    ctx,
    by,
    async (work) => {
      const made = await listMade(work.tx, found.id, { after, limit: AT_ONCE });
      const weeks = await listPublishedWeeks(work.tx);
      const kept: KeptLead[] = [];
      for (const each of made) {
        const lead = await lockLead(work.tx, each.leadId);
        const why = lead && (await takeOne(work, { lead, made: each, weeks }));
        const isNamed = kept.at(-1)?.leadId === each.leadId;
        if (lead && why && !isNamed) kept.push({ leadId: lead.id, name: lead.name ?? lead.company, why });
        if (!lead || !why) await updateMadeGone(work.tx, found.id, { ...each, at: work.now });
      }
      return { last: made.at(-1) ?? null, kept };
    },
    { order: 'alone' },
  );
}

interface One {
  lead: Lead;
  made: Made;
  weeks: ReadonlySet<Week>;
}

/** Null: it is gone. */
async function takeOne(work: Work, { lead, made, weeks }: One): Promise<KeptWhy | null> {
  const { tx, settings } = work;
  const filled = made.eventId === null ? null : await findLeadEvent(tx, made.eventId);
  if (filled && isFilling(filled)) return takeFilling(work, lead, filled);
  if (weeks.has(weekAt(lead.receivedAt, settings.timezone))) return 'published';
  const history = await listLeadEvents(tx, lead.id);
  if (made.eventId !== null) return takeMove(work, { lead, history, eventId: made.eventId });
  if (isTouched(history) || (await isNamedByStory(tx, lead.id))) return 'worked_on';
  await removeLead(work, lead);
  return null;
}

type History = Awaited<ReturnType<typeof listLeadEvents>>;

/** A deal's outcome, where nothing has become of the lead since. */
async function takeMove(
  work: Work,
  { lead, history, eventId }: { lead: Lead; history: History; eventId: string },
): Promise<KeptWhy | null> {
  const last = standing(history).at(-1);
  if (!last?.before || last.id !== eventId || !isUndoable(last)) return 'moved_on';
  const event = { kind: 'undone' as const, at: work.now, actor: work.by, data: { move: last.kind } };
  const move = { lead: { ...lead, ...last.before }, event };
  await recordMove(work, { from: lead, move, undoes: last.id, isWork: false });
  return null;
}

/** What somebody has worked on since stays filled. */
async function takeFilling(
  work: Work,
  lead: Lead,
  filling: RecordedEvent<'changed_there'>,
): Promise<KeptWhy | null> {
  const since = (await listLeadEvents(work.tx, lead.id)).filter(({ id }) => id > filling.id);
  const emptied = emptyAgain(lead, filling);
  if (isWorkedOnByPerson(lead, since) || !emptied) return 'moved_on';
  const changed = { ...withMatchKeys(emptied, work.settings), version: lead.version + 1 };
  await updateLead(work.tx, changed, lead);
  const data = { move: filling.kind };
  const undone = { kind: 'undone' as const, at: work.now, actor: work.by, data };
  await insertLeadEvents(work.tx, [{ ...undone, id: work.newId('event'), leadId: lead.id, before: null }]);
  await work.announceAgain(leadCard(changed, { isBulk: true }));
  return null;
}

/** Its card says so; that of whom it was taken for is drawn again without it. */
async function removeLead(work: Work, lead: Lead): Promise<void> {
  const match = await findMatch(work.tx, lead.id);
  const earlier = match && (await findLead(work.tx, match.earlierId));
  await deleteLeads(work.tx, [lead.id]);
  await work.announceAgain(leadCard(lead), earlier && leadCard(earlier));
}

function end(ctx: Context, id: ImportId, { by, named }: { by: Actor; named: KeptLead[] }): Promise<Undone> {
  return perform(ctx, by, async (work) => {
    const { tx, settings } = work;
    const { gone, left } = await countMade(tx, id);
    await deleteFileDeals(tx, id);
    await updateImport(tx, id, { state: 'undone' });
    const found = await findImport(tx, id);
    if (!found) throw refuse('import_not_found', { id });
    await announceHomes(work, [...settings.managers, ...settings.marketers]);
    return { import: found, gone, kept: left, named };
  });
}
