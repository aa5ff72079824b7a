import { FIRST_REASONS } from '../../domain/reject-reason/reject-reason.ts';
import type { AnsweredRejects } from '../../domain/scorecard/answered-rejects.ts';
import type { BookedDeal, LeadFact, ScorecardFacts } from '../../domain/scorecard/cohort.ts';
import { movedSince } from '../../domain/scorecard/moved.ts';
import { partsOf } from '../../domain/scorecard/parts.ts';
import { buildScorecard, type Scorecard } from '../../domain/scorecard/scorecard.ts';
import { coverScorecard } from '../../domain/team/sharing.ts';
import { HOUR, MINUTE } from '../../domain/time/duration.ts';
import { parseWeek } from '../../domain/time/week.ts';
import type { MessageView } from '../views/kit/message-view.ts';
import { scorecardHead } from '../views/scorecard/scorecard-head.ts';
import { scorecardOnDemand } from '../views/scorecard/scorecard-on-demand.ts';
import { scorecardPart } from '../views/scorecard/scorecard-parts.ts';
import { withoutMoney } from '../views/scorecard/without-money.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { sampleLives } from './sample-leads.ts';
import { ANA, ARRIVED, MAX, MIA, SETTINGS } from './sample-people.ts';
import { promisesOfFact } from './sample-promises.ts';

const DAY = 24 * HOUR;

export function scorecardEntries(said: Said): GalleryEntry[] {
  const busy = scorecardOf(sampleWeeks(said));
  const empty = scorecardOf([]);
  return [
    { name: 'scorecard', message: scorecardHead(busy, { manager: MAX }) },
    ...partsOf(busy).map((part) => ({ name: `scorecard, ${part}`, message: scorecardPart(busy, part) })),
    {
      name: 'scorecard, in a shared channel',
      message: withoutMoney(scorecardHead(coverScorecard(busy), { manager: MAX })),
    },
    {
      name: 'scorecard, in a shared channel, marketing',
      message: withoutMoney(scorecardPart(coverScorecard(busy), 'marketing', true)),
    },
    { name: 'scorecard, no lead', message: scorecardHead(empty, { manager: MAX }) },
    ...partsOf(empty).map((part) => ({
      name: `scorecard, no lead, ${part}`,
      message: scorecardPart(empty, part),
    })),
    ...scorecardOnDemand({ scorecard: busy, published: null, moved: [] }).map((message, n) => ({
      name: `scorecard on demand, ${n + 1}`,
      message,
    })),
    { name: 'scorecard on demand, unmoved', message: headAsPublished(busy, busy) },
    { name: 'scorecard on demand, moved', message: headAsPublished(busy, scorecardOf([])) },
  ];
}

/** What is said first of a week that was published. */
function headAsPublished(scorecard: Scorecard, published: Scorecard): MessageView {
  const [head] = scorecardOnDemand({
    scorecard,
    published: { scorecard: published, publishedAt: ARRIVED + 5 * DAY },
    moved: movedSince(published, scorecard),
  });
  return head ?? scorecardHead(scorecard, { manager: null });
}

function scorecardOf(leads: LeadFact[]): Scorecard {
  const facts: ScorecardFacts = {
    leads,
    spend: [spendOn(leads[0]?.source ?? null)],
    booked: leads.length > 0 ? bookedOf([0, 0, 0, 7, 7, 14]) : [],
    reasons: FIRST_REASONS,
    answers: leads.length > 0 ? sampleAnswers(leads[0]?.source ?? null) : [],
    undecidedPairs: leads.length > 0 ? 2 : 0,
    firstArrival: leads.length > 0 ? ARRIVED - 28 * DAY : null,
    settings: SETTINGS,
    now: ARRIVED + 6 * DAY,
  };
  return buildScorecard(parseWeek('2026-W47'), facts, { sales: MAX, marketing: MIA });
}

function sampleAnswers(name: string | null): AnsweredRejects[] {
  const answer: AnsweredRejects = {
    ...{ source: name, campaign: name, reason: 'not_our_market', label: 'Not our market', leads: 9, of: 14 },
    ...{ change: 'targeting', sentence: name ?? '', by: MIA, at: ARRIVED, since: null },
  };
  const since = { before: { part: 9, of: 52 }, after: { part: 2, of: 47 } };
  return [answer, { ...answer, at: ARRIVED - 28 * DAY, since }];
}

function bookedOf(daysAgo: readonly number[]): BookedDeal[] {
  const value = { minor: 1_800_000, currency: 'EUR' };
  return daysAgo.map((days) => ({ at: ARRIVED - days * DAY, value }));
}

function spendOn(source: string | null): ScorecardFacts['spend'][number] {
  const amount = { minor: 180_000, currency: 'EUR' };
  return { side: 'marketing', source, campaign: null, from: '2026-11-01', to: '2026-11-30', amount };
}

const WEEKS_AGO = [0, 7, 14, 21, 28];

function sampleWeeks(said: Said): LeadFact[] {
  const { lead } = sampleLives(said).new;
  const webinar: LeadFact = { ...lead, reason: null, promises: [] };
  const fair: LeadFact = { ...webinar, source: said('Trade fair'), segment: said('Retail'), campaign: null };
  const claimedAt = ARRIVED + 12 * MINUTE;
  const taken = { owner: ANA, claimedAt, contactedAt: claimedAt + HOUR, verdictAt: claimedAt + 5 * HOUR };
  const week: LeadFact[] = [
    ...Array<LeadFact>(6).fill(webinar),
    ...Array<LeadFact>(5).fill({ ...webinar, ...taken, state: 'qualified' }),
    ...Array<LeadFact>(3).fill({ ...webinar, ...taken, state: 'won' }),
    ...Array<LeadFact>(4).fill({ ...fair, ...taken, state: 'rejected', reason: 'not_our_market' }),
    { ...fair, ...taken, state: 'rejected', reason: 'other' },
    { ...fair, ...taken, state: 'rejected', reason: 'spam' },
  ];
  return WEEKS_AGO.flatMap((days) =>
    week
      .map((one) => ({ ...one, receivedAt: ARRIVED - days * DAY, createdAt: ARRIVED - days * DAY }))
      .map((one) => ({ ...one, promises: promisesOfFact(one) })),
  );
}
