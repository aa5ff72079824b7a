import { rejectsDm } from '../../domain/announcements/rejects.ts';
import { promisesAfterRejects } from '../../domain/promise/rejects-promises.ts';
import type { RejectedLead, Rejects, RejectsId } from '../../domain/rejects/rejects.ts';
import { whoAnswers } from '../../domain/rejects/who-answers.ts';
import type { CampaignId, SourceId } from '../../domain/source/source.ts';
import { shiftWeek, type Week, weekRange } from '../../domain/time/week.ts';
import { type FoundReject, findRejectedBetween } from '../../store/lead/rejected-between.ts';
import { writePromises } from '../../store/promise/promise.ts';
import { findLastAskedWeek, insertRejects } from '../../store/rejects/rejects.ts';
import { findCampaign, findSource } from '../../store/source/source.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { perform, type Work } from '../work.ts';

/** Older rejects are not asked about, however long Tango was not there. */
const MOST_WEEKS = 4;

/**
 * What was rejected in the week is put before whoever answers for each campaign, and is owed an answer from then on; so are the weeks since the
 * last that was asked about. Each week and campaign is asked about once, whoever asks. Returns how many.
 */
export function askAboutRejects(ctx: Context, week: Week): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const last = await findLastAskedWeek(work.tx);
    let asked = 0;
    for (const each of weeksSince(last, week)) asked += await askAboutWeek(work, each);
    if (asked > 0) await announceHomes(work, work.settings.marketers);
    return asked;
  });
}

function weeksSince(last: Week | null, week: Week): Week[] {
  const weeks = Array.from({ length: MOST_WEEKS }, (_, n) => shiftWeek(week, n + 1 - MOST_WEEKS));
  return weeks.filter((each) => each === week || (last !== null && each > last));
}

/** In one order, so that two who ask at once wait for each other by the first. */
async function askAboutWeek(work: Work, week: Week): Promise<number> {
  const { start, end } = weekRange(week, work.settings.timezone);
  const found = await findRejectedBetween(work.tx, start, end);
  const groups = [...Map.groupBy(found, ({ key }) => key)].sort(([a], [b]) => (a < b ? -1 : 1));
  let asked = 0;
  for (const [key, leads] of groups) if (await askAbout(work, { week, key, leads })) asked += 1;
  return asked;
}

async function askAbout(
  work: Work,
  { week, key, leads }: { week: Week; key: string; leads: readonly FoundReject[] },
): Promise<boolean> {
  const { tx, now, settings } = work;
  const [first] = leads;
  if (!first) return false;
  const owner = whoAnswers(await ownersOf(work, first), settings, now);
  const rejects: Rejects = {
    id: work.newId('rejects') as RejectsId,
    ...{ week, key, source: first.source, campaign: first.campaign },
    ...{ owner, askedAt: now, answer: null, version: 1 },
  };
  const rejected = leads.map(
    ({ leadId, reason, rejectedBy }): RejectedLead => ({ leadId, reason, rejectedBy, goneAt: null }),
  );
  if (!(await insertRejects(tx, rejects, rejected))) return false;
  const moved = { rejects, leads: rejected, by: 'tango', at: now, eventId: rejects.id } as const;
  await writePromises(tx, promisesAfterRejects([], moved, work));
  await work.announce(rejectsDm(rejects));
  await announceHomes(work, [owner]);
  return true;
}

/** Of the campaign, then of the source. */
async function ownersOf(
  { tx }: Work,
  { campaignId, sourceId }: { campaignId: CampaignId | null; sourceId: SourceId | null },
) {
  const campaign = campaignId && (await findCampaign(tx, campaignId));
  const source = sourceId && (await findSource(tx, sourceId));
  return [campaign?.owner ?? null, source?.owner ?? null];
}
