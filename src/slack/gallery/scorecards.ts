import type { InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { FIRST_REASONS } from '../../domain/reject-reason/reject-reason.ts';
import type { AgendaFate } from '../../domain/scorecard/agenda.ts';
import type { AnsweredRejects } from '../../domain/scorecard/answered-rejects.ts';
import type { BehindRow, BehindScene } from '../../domain/scorecard/behind.ts';
import type { BookedDeal, LeadFact, ScorecardFacts } from '../../domain/scorecard/cohort.ts';
import type { Entry, EntryNames } from '../../domain/scorecard/entries.ts';
import type { MissedWeek } from '../../domain/scorecard/missed.ts';
import { figuresOf, movedBetween, type WeekMoved } from '../../domain/scorecard/moved.ts';
import { ownParts } from '../../domain/scorecard/parts.ts';
import { buildScorecard, type Scorecard } from '../../domain/scorecard/scorecard.ts';
import type { StoriesFacts } from '../../domain/scorecard/stories.ts';
import { coverScorecard } from '../../domain/team/sharing.ts';
import { HOUR, MINUTE } from '../../domain/time/duration.ts';
import { parseWeek } from '../../domain/time/week.ts';
import type { MessageView } from '../views/kit/message-view.ts';
import { behindModal } from '../views/scorecard/behind-modal.ts';
import { movedPart } from '../views/scorecard/moved-part.ts';
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
    ...ownParts(busy).map((part) => ({ name: `scorecard, ${part}`, message: scorecardPart(busy, part) })),
    {
      name: 'scorecard, in a shared channel',
      message: withoutMoney(scorecardHead(coverScorecard(busy), { manager: MAX })),
    },
    {
      name: 'scorecard, in a shared channel, marketing',
      message: withoutMoney(scorecardPart(coverScorecard(busy), 'marketing', true)),
    },
    { name: 'scorecard, agenda after an agenda', message: scorecardPart(withFates(busy), 'agenda') },
    {
      name: 'scorecard, after Mondays that were missed',
      message: scorecardHead({ ...empty, missed: MISSED }, { manager: MAX, hasMoved: false }),
    },
    { name: 'scorecard, no lead', message: scorecardHead(empty, { manager: MAX }) },
    ...ownParts(empty).map((part) => ({
      name: `scorecard, no lead, ${part}`,
      message: scorecardPart(empty, part),
    })),
    ...scorecardOnDemand({ scorecard: busy, published: null, ...UNMOVED }).map((message, n) => ({
      name: `scorecard on demand, ${n + 1}`,
      message,
    })),
    { name: 'scorecard on demand, unmoved', message: headAsPublished(busy, busy) },
    ...sampleBehind(said).map((scene, n) => ({
      name: `scorecard, behind a number, ${n + 1}`,
      modal: behindModal(scene),
    })),
    { name: 'scorecard, moved', message: movedPart(busy, ...sampleMoves(said)) },
    { name: 'scorecard on demand, moved', message: headAsPublished(busy, scorecardOf([])) },
  ];
}

const UNMOVED = { moved: [], entries: [], told: [], names: { leads: new Map(), spend: new Map() } };

/** What is said first of a week that was published. */
function headAsPublished(scorecard: Scorecard, published: Scorecard): MessageView {
  const [head] = scorecardOnDemand({
    scorecard,
    published: { scorecard: published, publishedAt: ARRIVED + 5 * DAY },
    moved: movedBetween(figuresOf(published), figuresOf(scorecard)),
    ...{ entries: null, told: [], names: UNMOVED.names },
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
    ...(leads.length > 0 ? { stories: sampleStories(leads[0]?.segment ?? null) } : {}),
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

function sampleStories(segment: string | null): StoriesFacts {
  const win = { leadId: 'lead_won' as LeadId, segment, owner: ANA, wonAt: ARRIVED };
  const fresh = { ...win, leadId: 'lead_fresh' as LeadId, segment: null, owner: null };
  const request = { requestId: 'request_1' as InsightRequestId, topic: segment ?? '', dueDate: '2026-11-18' };
  return {
    ...{ asked: 2, told: 1, published: 1, storied: [], askedSegments: [] },
    overdue: [
      { ...request, kind: 'case_study', people: [ANA] },
      { ...request, kind: 'photo', people: [] },
    ],
    wins: [win, { ...win, leadId: 'lead_won_2' as LeadId }, fresh],
  };
}

const MISSED: MissedWeek[] = [
  { week: parseWeek('2026-W43'), why: 'no_channel' },
  { week: parseWeek('2026-W45'), why: 'away' },
  { week: parseWeek('2026-W46'), why: 'away' },
];

/** Each may have become of what was on the agenda a week before. */
function withFates(scorecard: Scorecard): Scorecard {
  const of = { side: 'sales', owner: MAX } as const;
  const late = { code: 'contact_late', part: 6, of: 10 } as const;
  const waiting = { code: 'unclaimed', leads: 6 } as const;
  const items: AgendaFate[] = [
    { ...of, point: late, now: { ...late, part: 46, of: 50 }, fate: 'done' },
    { ...of, point: waiting, now: { ...waiting, leads: 2 }, fate: 'better' },
    { ...of, owner: null, point: waiting, now: { ...waiting, leads: 8 }, fate: 'still' },
    { ...of, point: late, now: null, fate: 'unknown' },
  ];
  return { ...scorecard, lastAgenda: { week: parseWeek('2026-W46'), items } };
}

function bookedOf(daysAgo: readonly number[]): BookedDeal[] {
  const value = { minor: 1_800_000, currency: 'EUR' };
  return daysAgo.map((days, place) => ({ lead: `lead-${place}` as LeadId, at: ARRIVED - days * DAY, value }));
}

function spendOn(source: string | null): ScorecardFacts['spend'][number] {
  const amount = { minor: 180_000, currency: 'EUR' };
  return {
    id: 'amount',
    side: 'marketing',
    source,
    campaign: null,
    from: '2026-11-01',
    to: '2026-11-30',
    amount,
  };
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

/** Two weeks that have moved: three deals that were won, an invoice that came in, and one that nobody kept the leads of. */
function sampleMoves(said: Said): [WeekMoved[], EntryNames] {
  const won = (lead: string): Entry => ({
    ...{ kind: 'lead', lead: lead as LeadId, from: 'qualified', to: 'won', why: 'state' },
    ...{ counts: { won: 1, openDeals: -1 }, times: {}, won: 1_800_000 },
  });
  const count = (value: number) => ({ kind: 'count', value }) as const;
  const cost = (per: number) => ({ kind: 'cost', minor: 404_600, per, currency: 'EUR' }) as const;
  const spent = (minor: number | null) => ({ kind: 'money', minor, currency: 'EUR' }) as const;
  const named = { name: null, email: null, phone: null, externalId: null };
  const weeks: WeekMoved[] = [
    {
      week: parseWeek('2026-W46'),
      moved: [{ metric: 'spent', before: spent(null), now: spent(120_000) }],
      entries: [{ kind: 'spend', spend: 'invoice', side: 'marketing', why: 'recorded', minor: 120_000 }],
    },
    {
      week: parseWeek('2026-W44'),
      moved: [
        { metric: 'won', before: count(2), now: count(6) },
        { metric: 'costPerWon', before: cost(2), now: cost(6) },
        {
          metric: 'verdictInTime',
          before: { kind: 'rate', part: 1, of: 2 },
          now: { kind: 'rate', part: 1, of: 3 },
        },
      ],
      entries: ['pier', 'cove', 'harbour', 'granite'].map(won),
    },
    {
      week: parseWeek('2026-W40'),
      moved: [{ metric: 'leads', before: count(50), now: count(52) }],
      entries: null,
    },
  ];
  const names: EntryNames = {
    leads: new Map(
      [
        ['pier', 'Pier Inns'],
        ['cove', 'Cove Resorts'],
        ['harbour', 'Harbour Hotels'],
      ].map(([id, company]) => [id as LeadId, { ...named, company: said(company ?? '') }]),
    ),
    spend: new Map([['invoice', { source: said('Google Ads'), campaign: null, note: null }]]),
  };
  return [weeks, names];
}

/** A page of leads of which some were not in time, amounts, and nothing. */
function sampleBehind(said: Said): BehindScene[] {
  const lives = sampleLives(said);
  const all = {
    ...{ week: parseWeek('2026-W47'), page: 1, timezone: SETTINGS.timezone },
    currency: 'EUR',
    now: ARRIVED,
  };
  const url = 'https://harbour.slack.com/archives/C0LEADS/p1';
  const lead = ({ lead }: { lead: Lead }, part: number): BehindRow => ({
    ...{
      is: 'lead',
      lead,
      url,
      reasonLabel: lead.rejection && said('Not our market'),
      added: { part, of: 1 },
    },
  });
  const rows = [lead(lives.claimed, 0), lead(lives.rejected, 1), lead(lives.won, 1)];
  const amount: BehindRow = {
    ...{ is: 'amount', added: { part: 120_000, of: 0 } },
    amount: {
      ...{
        id: 'amount',
        side: 'marketing',
        source: said('Google Ads'),
        campaign: said('Hotels Q4'),
        note: null,
      },
      ...{ from: '2026-11-16', to: '2026-11-22', amount: { minor: 120_000, currency: 'EUR' } },
      ...{ recordedAt: ARRIVED, recordedBy: MIA, batch: null, batchName: null, state: 'counted' },
    },
  };
  const rate = { kind: 'rate', part: 12, of: 23 } as const;
  const spent = { kind: 'money', minor: 120_000, currency: 'EUR' } as const;
  return [
    { ...all, metric: 'contactedInTime', figure: rate, rows, offset: 10, count: 23, pages: 3 },
    { ...all, metric: 'spent', figure: spent, rows: [amount], page: 0, offset: 0, count: 1, pages: 1 },
    {
      ...all,
      metric: 'untouched',
      figure: { kind: 'count', value: 0 },
      rows: [],
      page: 0,
      offset: 0,
      count: 0,
      pages: 1,
    },
  ];
}
