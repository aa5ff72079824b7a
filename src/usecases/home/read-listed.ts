/** What Home shows besides promises: deals, what was put off, stories, rejects, the week, and what stands in the way. */

import type { TroubleFacts } from '../../domain/delivery/trouble.ts';
import {
  type CampaignWeek,
  type HomeLead,
  type HomeStory,
  type LeadPair,
  type Page,
  REJECTS_OF,
  type Reject,
} from '../../domain/home.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Cohort, cohortOf, isQualified, isRejected } from '../../domain/scorecard/cohort.ts';
import type { Story } from '../../domain/story/story.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { weekAt, weekRange } from '../../domain/time/week.ts';
import { type FoundLeads, findDeals, findRejected, findSnoozed } from '../../store/lead/listed-leads.ts';
import { findUndecidedPairs } from '../../store/lead/undecided-pairs.ts';
import { findStopped } from '../../store/outbox/backlog.ts';
import { listTroubles } from '../../store/outbox/trouble.ts';
import { findRunningPromises } from '../../store/promise/promise.ts';
import { listRejectReasons } from '../../store/reject-reason/reject-reason.ts';
import { findLeadFacts, findReasonFacts } from '../../store/scorecard/scorecard.ts';
import { findStoriesInState } from '../../store/story/story.ts';
import { readLeads, readStories } from './read-entries.ts';
import type { HomeReading, Part } from './reading.ts';

export async function readDeals(reading: HomeReading, part: Part): Promise<Page<HomeLead>> {
  const { tx, person, now } = reading;
  return leadsPage(reading, await findDeals(tx, person, { now, ...part }));
}

export async function readSnoozed(reading: HomeReading, part: Part): Promise<Page<HomeLead>> {
  const { tx, person, now } = reading;
  return leadsPage(reading, await findSnoozed(tx, person, { now, ...part }));
}

/** Cards that somebody has stopped. */
export async function readStopped(reading: HomeReading, part: Part): Promise<Page<HomeLead>> {
  const { leadIds, count } = await findStopped(reading.tx, part);
  return leadsPage(reading, { ids: leadIds, count });
}

async function leadsPage(reading: HomeReading, { ids, count }: FoundLeads): Promise<Page<HomeLead>> {
  return { shown: await readLeads(reading, ids), count };
}

/** Of the last days, the last first, each with its note. */
export async function readRejects(reading: HomeReading, part: Part): Promise<Page<Reject>> {
  const { tx, now } = reading;
  const { ids, count } = await findRejected(tx, now - REJECTS_OF, part);
  const reasons = new Map((await listRejectReasons(tx)).map(({ code, label }) => [code, label]));
  const shown = (await readLeads(reading, ids)).map((each) => ({
    ...each,
    reasonLabel: (each.lead.rejection && reasons.get(each.lead.rejection.reason)) ?? null,
  }));
  return { shown, count };
}

/** Nobody has so many that they need a list of their own in the database. */
const MOST_ASKED_BACK = 100;

/** Those of this person of which marketing would like to know more, and which nobody waits for by a promise. */
export async function readAskedBack(
  reading: HomeReading,
  { limit, offset = 0 }: Part,
): Promise<Page<HomeStory>> {
  const { tx, person } = reading;
  const { shown } = await findStoriesInState(tx, 'asked_back', { toldBy: person, limit: MOST_ASKED_BACK });
  const free: Story[] = [];
  for (const story of shown) {
    const running = story.requestId ? await findRunningPromises(tx, story.requestId) : [];
    if (!running.some(({ owedBy }) => owedBy === person)) free.push(story);
  }
  return { shown: await readStories(reading, free.slice(offset, offset + limit)), count: free.length };
}

export async function readAccepted(reading: HomeReading, part: Part): Promise<Page<HomeStory>> {
  const { shown, count } = await findStoriesInState(reading.tx, 'accepted', { toldBy: null, ...part });
  return { shown: await readStories(reading, shown), count };
}

/** What stands in the way of messages and leads, the longest known first. */
export async function readTroubles(
  { tx }: HomeReading,
  { limit, offset = 0 }: Part,
): Promise<Page<TroubleFacts>> {
  const troubles = (await listTroubles(tx)).sort((a, b) => a.since - b.since);
  const shown = troubles.slice(offset, offset + limit).map(({ facts }) => facts);
  return { shown, count: troubles.length };
}

/** As the manager may see them. */
export async function readPairs({ tx, person, settings }: HomeReading, part: Part): Promise<Page<LeadPair>> {
  const { shown, count } = await findUndecidedPairs(tx, part);
  const seen = (lead: Lead) => leadFor(person, lead, settings);
  return {
    shown: shown.map((pair) => ({ ...pair, lead: seen(pair.lead), earlier: seen(pair.earlier) })),
    count,
  };
}

/** The leads that arrived this week, as the scorecard counts them: spam, tests and duplicates left out. */
export async function readWeek({ tx, settings, now }: HomeReading): Promise<Cohort> {
  const week = weekAt(now, settings.timezone);
  const { start, end } = weekRange(week, settings.timezone);
  const leads = await findLeadFacts(tx, start, end);
  const reasons = await findReasonFacts(tx);
  const unknown = { spend: [], booked: [], firstArrival: null, undecidedPairs: 0 };
  return cohortOf(week, { leads, reasons, ...unknown, settings, now });
}

/** The busiest first. */
export function campaignsOf({ leads }: Cohort, { limit, offset = 0 }: Part): Page<CampaignWeek> {
  const weeks = new Map<string | null, CampaignWeek>();
  for (const lead of leads) {
    const week = weeks.get(lead.campaign) ?? { name: lead.campaign, leads: 0, qualified: 0, rejected: 0 };
    week.leads += 1;
    if (isQualified(lead)) week.qualified += 1;
    if (isRejected(lead)) week.rejected += 1;
    weeks.set(lead.campaign, week);
  }
  const busiest = [...weeks.values()].sort((a, b) => b.leads - a.leads);
  return { shown: busiest.slice(offset, offset + limit), count: busiest.length };
}
