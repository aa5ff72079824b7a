import { z } from 'zod';
import { cardKey } from '../../domain/announcements/lead.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { dayIn } from '../../domain/time/day.ts';
import { MINUTE } from '../../domain/time/duration.ts';
import { findOpenLeadIds } from '../../store/lead/lead.ts';
import { showAgain } from '../../store/outbox/repost.ts';
import { findNextToRemind } from '../../store/promise/reminders.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

/** A minute. Slack takes about forty edits in it, and these leave most of them to what people do. */
const BATCH = 8;
/** So long before the next step of a promise its card is looked at: a line below a card that is gone would be read by nobody. */
const BEFORE_STEP = 10 * MINUTE;

const LookJson = z.object({
  day: z.string(),
  after: z.string().nullable(),
  /** The last step before which a card was looked at. */
  step: z.object({ at: z.number(), id: z.string() }).default({ at: 0, id: '' }),
});
type Look = z.infer<typeof LookJson>;

const NO_STEP: Look['step'] = { at: 0, id: '' };

/**
 * The card of each open lead is sent as it stands once a day, and before each step of its promises, a few a minute: one that somebody has deleted is
 * found by that, and posted again. Returns how many.
 */
export function lookAtCards(ctx: Context): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const last = await lastLook(work);
    // The first day looks at nothing: all was posted a moment ago.
    const daily = last === null ? await firstLook(work) : await lookOfDay(work, last);
    const step = await lookBeforeSteps(work, last);
    const ids = [...new Set([...daily.ids, ...step.ids])];
    await showAgain(
      work.tx,
      ids.map((id) => cardKey({ id })),
      work.now,
    );
    await recordLook(work, { ...daily.look, step: step.last });
    return ids.length;
  });
}

type DayLook = { look: Omit<Look, 'step'>; ids: LeadId[] };

async function firstLook({ settings, now }: Work): Promise<DayLook> {
  return { look: { day: dayIn(settings.timezone, now), after: null }, ids: [] };
}

async function lookOfDay({ tx, now, settings }: Work, last: Look): Promise<DayLook> {
  const today = dayIn(settings.timezone, now);
  const isDone = last.after === null;
  if (isDone && last.day === today) return { look: last, ids: [] };
  const ids = await findOpenLeadIds(tx, { after: isDone ? null : (last.after as LeadId), limit: BATCH });
  const after = ids.length < BATCH ? null : (ids.at(-1) ?? null);
  return { look: { day: isDone ? today : last.day, after }, ids };
}

/** Those that are due already are said this minute. */
async function lookBeforeSteps(
  { tx, now }: Work,
  last: Look | null,
): Promise<{ last: Look['step']; ids: LeadId[] }> {
  const until = now + BEFORE_STEP;
  const from = { at: now, id: '' };
  // A plan that lies farther ahead is one of a clock that was put back.
  const isKnown = last !== null && last.step.at >= now && last.step.at <= until;
  const next = await findNextToRemind(tx, { after: isKnown ? last.step : from, until, limit: BATCH });
  return { last: next.at(-1) ?? last?.step ?? NO_STEP, ids: next.map(({ id }) => id) };
}

async function lastLook({ tx }: Work): Promise<Look | null> {
  const noted = await findAppliedRules(tx, 'cards_looked_at');
  return noted === null ? null : LookJson.parse(JSON.parse(noted));
}

async function recordLook({ tx, now }: Work, { day, after, step }: Look): Promise<void> {
  const rules = JSON.stringify({ day, after, step });
  if ((await findAppliedRules(tx, 'cards_looked_at')) === rules) return;
  await recordAppliedRules(tx, 'cards_looked_at', { rules, now });
}
