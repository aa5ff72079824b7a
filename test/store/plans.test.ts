/**
 * What is asked often is answered by an index, on both databases, whatever was stored in two years. The statements are those that the store
 * really sends; the names of indexes are those that comments and docs/performance.md rely on.
 */
import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import { LEAD_KINDS } from '../../src/domain/promise/kinds.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { findAnswer } from '../../src/store/delivery/idempotency.ts';
import { countQualified, sumWon } from '../../src/store/goal/reached.ts';
import { findCards, findEndedSnoozes } from '../../src/store/lead/card.ts';
import { findDelivered, findRelated } from '../../src/store/lead/delivered.ts';
import { findLead, findOpenLeadIds, findRestedLeadIds } from '../../src/store/lead/lead.ts';
import { findLastMove, listLeadEvents } from '../../src/store/lead/lead-event.ts';
import {
  countRepeats,
  findEarlierLead,
  findHeadMatch,
  findLately,
  findMatch,
  findOpenMatchOf,
  findWorkedOn,
  listMergedLeads,
} from '../../src/store/lead/lead-match.ts';
import { findDeals, findRejected, findReturned, findSnoozed } from '../../src/store/lead/listed-leads.ts';
import { findRejectedBetween } from '../../src/store/lead/rejected-between.ts';
import { listCurrencies } from '../../src/store/money/currency.ts';
import { findLatestPost, listNagsOfLead, listNagsOfPost } from '../../src/store/nag/nag.ts';
import { countNagsOn, findAwaited, listDigest } from '../../src/store/nag/receipt.ts';
import { enqueue } from '../../src/store/outbox/enqueue.ts';
import { finishRow } from '../../src/store/outbox/finish.ts';
import { LANES, leaseRows } from '../../src/store/outbox/lease.ts';
import { oldestLiveWait } from '../../src/store/outbox/live-wait.ts';
import { cancelOrphans, hasWork, nextDue, oldestWait } from '../../src/store/outbox/queue.ts';
import { listEndedByOthers } from '../../src/store/promise/ended.ts';
import { countOwed, findOwed, findOwedTo, listOwers, type OwedFilter } from '../../src/store/promise/owed.ts';
import { findRunningPromises } from '../../src/store/promise/promise.ts';
import { findNextToRemind, findPromisesToRemind, listReminded } from '../../src/store/promise/reminders.ts';
import { countExcluded, countLeads, findWins } from '../../src/store/report/report.ts';
import { countOpenLeads, listLatestLeadIds } from '../../src/store/routing/turn.ts';
import { findFirstArrival, findLeadFacts } from '../../src/store/scorecard/scorecard.ts';
import { findArrivalDays } from '../../src/store/source/arrival-days.ts';
import { countBySpelling } from '../../src/store/source/counts.ts';
import { findCampaignsByKey, findSourcesByKey } from '../../src/store/source/name-book.ts';
import { findAppliedRules } from '../../src/store/team/applied-rules.ts';
import { findDeactivatedToHandle } from '../../src/store/team/deactivated.ts';
import { findUnknownOwners } from '../../src/store/team/person.ts';
import { loadSettings } from '../../src/store/team/settings.ts';
import type { Tx } from '../../src/store/transaction.ts';
import { DIALECTS } from '../support/databases.ts';
import { BACKLOG, NOW, oldDatabase } from '../support/many-rows.ts';
import { type Plan, plansOf } from '../support/plans.ts';

interface Question {
  ask: (tx: Tx) => Promise<unknown>;
  /** The index that one of its statements is answered by; of several any. */
  by?: string[];
  /** Down to this column of it. */
  on?: string;
  /** One that it must leave alone. */
  not?: string;
  /** From the index alone. */
  isCovered?: true;
  /** From one end of an index, as far as is asked for. */
  isFromEnd?: true;
}

/** They grow for as long as the team works; all others are read whole without harm. */
const GROWING = [
  ...['lead', 'lead_event', 'lead_match', 'nag', 'nag_receipt', 'outbox', 'slack_message'],
  ...['promise', 'idempotency_key', 'story', 'insight_request', 'insight_reply'],
];

/** They hold no more than what is asked of them, and are read whole without harm. */
const OF_PART = ['lead_returned', 'lead_rejected', 'lead_open', 'lead_currency', 'promise_owed_to'];

const MONTH = 30 * 86_400_000;
const LEAD = 'lead_9' as LeadId;
const REP = 'U_REP8' as PersonId;
const TEAM = Array.from({ length: 50 }, (_, n) => `U_REP${n}` as PersonId);
const COHORT = { since: NOW - MONTH, before: NOW };
const KINDS = ['claim', 'contact', 'verdict', 'mend', 'decide', 'answer', 'answer_rejects'] as const;
const OWN: OwedFilter = {
  ...{ owedBy: [REP], kinds: KINDS, withTests: true, quietUntil: NOW, dueBefore: null },
};
const UNCLAIMED: OwedFilter = {
  ...{ owedBy: ['sales'], kinds: ['claim'], withTests: false, quietUntil: null, dueBefore: null },
};
const BROKEN: OwedFilter = {
  ...{ owedBy: [...TEAM, 'sales', 'marketing'], kinds: KINDS, withTests: false },
  ...{ quietUntil: null, dueBefore: NOW },
};
const SOME = { now: NOW, limit: 5 };

const INTAKE: Record<string, Question> = {
  'a delivery that came before': {
    ask: (tx) => findDelivered(tx, ['external-1']),
    by: ['lead_external_id'],
  },
  'a repeated call': {
    ask: (tx) => findAnswer(tx, { route: '/api/leads', key: 'key-1', bodyHash: '' }),
  },
  'a lead by an id that was merged': {
    ask: (tx) => findRelated(tx, ['external-1']),
    by: ['lead_external_id', 'lead_source_external_id'],
  },
  'a source by its spelling': { ask: (tx) => findSourcesByKey(tx, ['source1']) },
  'a campaign by its spelling': {
    ask: (tx) => findCampaignsByKey(tx, [{ sourceKey: 'source1', key: 'campaign1' }]),
  },
  'an earlier lead by e-mail address': {
    ask: (tx) => findEarlierLead(tx, 'email', 'p7@c7.example'),
    by: ['lead_email_key'],
  },
  'an earlier lead by phone number': {
    ask: (tx) => findEarlierLead(tx, 'phone', 'phone-7'),
    by: ['lead_phone_key'],
  },
  'an earlier lead by company': {
    ask: (tx) => findEarlierLead(tx, 'company', 'c7.example'),
    by: ['lead_company_key'],
  },
  'the one that somebody works on': {
    ask: (tx) => findWorkedOn(tx, 'email', 'p7@c7.example'),
    by: ['lead_email_key'],
  },
  'what the same person has just sent': {
    ask: (tx) => findLately(tx, 'phone', { key: 'phone-7', since: NOW - 600_000, until: NOW }),
    by: ['lead_phone_key'],
    on: 'received_at',
  },
  'with what it is told': {
    ask: (tx) => findHeadMatch(tx, { earlierId: LEAD, told: REP, since: NOW - 3_600_000 }),
    by: ['lead_match_earlier'],
  },
};

const CARD: Record<string, Question> = {
  'a lead': { ask: (tx) => findLead(tx, LEAD) },
  'its history': { ask: (tx) => listLeadEvents(tx, LEAD), by: ['lead_event_lead'] },
  'its last move': { ask: (tx) => findLastMove(tx, LEAD), by: ['lead_event_lead'] },
  'its match': { ask: (tx) => findMatch(tx, LEAD) },
  'whom it is the match of': { ask: (tx) => findOpenMatchOf(tx, LEAD), by: ['lead_match_earlier'] },
  'how often it came again': { ask: (tx) => countRepeats(tx, LEAD), by: ['lead_merged_into'] },
  'what was merged into it': { ask: (tx) => listMergedLeads(tx, LEAD), by: ['lead_merged_into'] },
  settings: { ask: loadSettings },
};

const CLOCK: Record<string, Question> = {
  'the cards before whose next reminders we look': {
    ask: (tx) => findNextToRemind(tx, { after: { at: NOW, id: '' }, until: NOW + 600_000, limit: 8 }),
    by: ['promise_look'],
  },
  'the next nags': { ask: (tx) => findPromisesToRemind(tx, NOW, 50), by: ['promise_look'] },
  'what was said of a lead': { ask: (tx) => listNagsOfLead(tx, LEAD) },
  'the last post in the channel': { ask: (tx) => findLatestPost(tx, NOW), by: ['nag_post'] },
  'what stands in a post': { ask: (tx) => listNagsOfPost(tx, NOW, 20), by: ['nag_post'] },
  'what people are told of each day': {
    ask: (tx) => listReminded(tx, { kinds: LEAD_KINDS, steps: ['manager'] }),
    by: ['promise_look'],
  },
  'the nags of a day': {
    ask: (tx) => countNagsOn(tx, { recipient: REP, day: '2026-11-17', how: 'dm' }),
    by: ['nag_receipt_day'],
  },
  'what others ended for somebody on leave': {
    ask: (tx) => listEndedByOthers(tx, REP, { since: NOW - MONTH, until: NOW }),
    ...{ by: ['promise_taken'], on: 'ended_at' },
  },
  'who waits for a digest': { ask: findAwaited, by: ['nag_receipt_day'], isCovered: true },
  'a digest': {
    ask: (tx) => listDigest(tx, { person: REP, day: '2026-11-17', how: 'digest' }),
    by: ['nag_receipt_day'],
  },
  'open leads, to have their cards moved': {
    ask: (tx) => findOpenLeadIds(tx, { after: LEAD, limit: 50 }),
    by: ['lead_open'],
  },
  'by which rules cards were drawn': { ask: (tx) => findAppliedRules(tx, 'cards_drawn_by') },
  'the cards of the last weeks, to be drawn again': {
    ask: (tx) =>
      findCards(tx, {
        since: 0,
        after: { id: 'lead_1' as LeadId, cardChannel: 'C_LEADS', priority: 'standard', receivedAt: 1 },
        limit: 50,
      }),
    by: ['lead_received_at'],
  },
  'resting leads whose day has come': {
    ask: (tx) => findRestedLeadIds(tx, '2026-11-17', 50),
    by: ['lead_rests_until'],
  },
  'snoozes that have ended since the last minute': {
    ask: (tx) => findEndedSnoozes(tx, { after: { endedAt: NOW - 60_000, id: LEAD }, until: NOW, limit: 50 }),
    by: ['lead_snoozed'],
  },
  'the leads of those who are gone': { ask: findDeactivatedToHandle, by: ['lead_of_owner'] },
  'owners whom nobody knows': {
    ask: (tx) => findUnknownOwners(tx, 50),
    ...{ by: ['lead_of_owner'], isCovered: true, isFromEnd: true },
  },
  'how many leads each has open': {
    ask: (tx) => countOpenLeads(tx, TEAM),
    by: ['lead_of_owner'],
    isCovered: true,
  },
};

const HOME: Record<string, Question> = {
  'what a rep owes': { ask: (tx) => findOwed(tx, OWN, { limit: 10 }), by: ['promise_owed'] },
  'how much a rep owes': {
    ask: (tx) => countOwed(tx, OWN, [NOW, NOW + MONTH]),
    by: ['promise_owed'],
    isCovered: true,
  },
  'what waits to be claimed': { ask: (tx) => findOwed(tx, UNCLAIMED, { limit: 3 }), by: ['promise_owed'] },
  'how much waits to be claimed': {
    ask: (tx) => countOwed(tx, UNCLAIMED, [NOW, NOW]),
    by: ['promise_owed'],
    isCovered: true,
  },
  'what is past its promise': { ask: (tx) => findOwed(tx, BROKEN, { limit: 5 }), by: ['promise_owed'] },
  'how much is past its promise, and whose': {
    ask: (tx) => countOwed(tx, BROKEN, [NOW, NOW]),
    by: ['promise_owed'],
    isCovered: true,
  },
  'who owes anything': { ask: listOwers, by: ['promise_owed'], isCovered: true, isFromEnd: true },
  'what a rep is owed': { ask: (tx) => findOwedTo(tx, REP, { limit: 5 }), by: ['promise_owed_to'] },
  'what runs about one thing': { ask: (tx) => findRunningPromises(tx, LEAD) },
  'what was rejected lately': {
    ask: (tx) => findRejected(tx, NOW - MONTH, { limit: 10 }),
    by: ['lead_rejected'],
  },
  'what was rejected in a week': {
    ask: (tx) => findRejectedBetween(tx, NOW - MONTH / 4, NOW),
    by: ['lead_rejected', 'lead_returned'],
  },
  'open deals': { ask: (tx) => findDeals(tx, REP, SOME), by: ['lead_of_owner'] },
  'snoozed leads': { ask: (tx) => findSnoozed(tx, REP, SOME), by: ['lead_of_owner'] },
  'leads sent back to marketing': { ask: (tx) => findReturned(tx, 5), by: ['lead_returned'] },
};

const NUMBERS: Record<string, Question> = {
  "a report's leads": { ask: (tx) => countLeads(tx, COHORT, 'source'), by: ['lead_received_at'] },
  "a report's wins": { ask: (tx) => findWins(tx, COHORT, 'source'), by: ['lead_received_at'] },
  'what a report leaves out': { ask: (tx) => countExcluded(tx, COHORT), by: ['lead_received_at'] },
  "a scorecard's leads": { ask: (tx) => findLeadFacts(tx, NOW - 3 * MONTH, NOW), by: ['lead_received_at'] },
  'what each source brought lately': {
    ask: (tx) => countBySpelling(tx, NOW - 3 * MONTH),
    by: ['lead_received_at'],
  },
  'on which days each source brought leads': {
    ask: (tx) => findArrivalDays(tx, { since: NOW - 3 * MONTH, timezone: 'Europe/Berlin' }),
    by: ['lead_received_at'],
  },
  'what was qualified in a month': {
    ask: (tx) => countQualified(tx, { start: COHORT.since, end: COHORT.before }),
    by: ['lead_qualified', 'lead_closed_at'],
  },
  'what was won in a month': {
    ask: (tx) => sumWon(tx, { start: COHORT.since, end: COHORT.before }),
    by: ['lead_closed_at'],
  },
  'the first lead of all': {
    ask: findFirstArrival,
    ...{ by: ['lead_received_at'], isCovered: true, isFromEnd: true },
  },
  'the latest leads': {
    ask: (tx) => listLatestLeadIds(tx, 100),
    ...{ by: ['lead_received_at'], isFromEnd: true },
  },
  'all currencies': { ask: listCurrencies, by: ['lead_currency'], isCovered: true },
};

/** Either begins with the status, by which the few that wait are found. */
const WAITING = ['outbox_due', 'outbox_queue'];

const OUTBOX: Record<string, Question> = {
  'whether anything waits': { ask: hasWork, by: WAITING },
  'when something falls due': { ask: (tx) => nextDue(tx, NOW), by: WAITING },
  'since when something waits': { ask: (tx) => oldestWait(tx, NOW), by: WAITING },
  'since when a live lead waits': { ask: (tx) => oldestLiveWait(tx, NOW), by: WAITING },
  ...Object.fromEntries(
    LANES.map((lane) => [`what to take for the lane ${lane}`, { ask: leased(lane), by: WAITING }]),
  ),
  'a message that is announced': {
    ask: (tx) => enqueue(tx, { kind: 'nag', ref: 'nag_1', target: 'C_1' }, { id: 'outbox', now: NOW }),
  },
  'a message that was sent': { ask: (tx) => finishRow(tx, SENDING, SENT) },
  // These alone go through all that waits, once a sweep.
  'replies whose message is never posted': { ask: cancelOrphans, by: WAITING },
};

/** Ten thousand posts wait for one channel: the other lanes and channels must not go through them at each message. */
const BEHIND_BACKLOG: Record<string, Question> = {
  'whether anything waits': { ask: hasWork, by: WAITING },
  'when something falls due': {
    ask: (tx) => nextDue(tx, NOW),
    ...{ by: ['outbox_queue'], on: 'target', isCovered: true },
  },
  'since when a live lead waits': {
    ask: (tx) => oldestLiveWait(tx, NOW),
    ...{ by: ['outbox_queue'], on: 'target' },
  },
  ...Object.fromEntries(
    LANES.map((lane) => [
      `what to take for the lane ${lane}`,
      { ask: leased(lane), by: ['outbox_queue'], on: lane === 'post' ? 'target' : 'lane', not: 'outbox_due' },
    ]),
  ),
};

function leased(lane: (typeof LANES)[number]) {
  const claim = { lane, now: NOW, leaseToken: 'other', leaseUntil: NOW + 1, lookAfterMs: 1, limit: 8 };
  return (tx: Tx) => leaseRows(tx, claim);
}

const SENDING = { id: 'outbox_19931', kind: 'lead_card', leaseToken: 'lease', generation: 1 } as const;
const SENT = {
  ...({ status: 'sent', attempts: 1, nextAttemptAt: 0, doubtSince: null, doubtChecks: 0 } as const),
  ...{ plainness: 0, isUnthreaded: false, shownHash: null, lastFailure: null, isShown: true, now: NOW },
};

for (const dialect of DIALECTS) {
  describe(`Among the leads of two years, on ${dialect}`, () => {
    it('an index answers what is asked often, and no table that grows is read whole', async () => {
      const { db, write } = await oldDatabase(dialect);
      const faults = async (questions: Record<string, Question>) => {
        const found: string[] = [];
        for (const [what, question] of Object.entries(questions)) {
          found.push(...faultsOf(what, question, await plansOf(db, question.ask)));
        }
        return found;
      };
      expect(await faults({ ...INTAKE, ...CARD, ...CLOCK, ...HOME, ...NUMBERS, ...OUTBOX })).toEqual([]);
      await write(BACKLOG);
      expect(await faults(BEHIND_BACKLOG)).toEqual([]);
    });
  });
}

function faultsOf(what: string, question: Question, plans: Plan[]): string[] {
  const { by = [], on = '', not, isCovered = false, isFromEnd = false } = question;
  const reads = plans.flatMap((plan) => plan.reads);
  const whole = reads.filter(
    ({ table, index, found }) =>
      GROWING.includes(table) &&
      (index === null || (found === null && !isFromEnd && !OF_PART.includes(index))),
  );
  const used = reads.filter(({ index }) => index !== null && by.includes(index));
  const problems = [
    ...(plans.length === 0 ? ['nothing was sent'] : []),
    ...whole.map(({ table }) => `reads all of ${table}`),
    ...(reads.some(({ index, found }) => index === not && !isOfFew(found)) ? [`goes through ${not}`] : []),
    ...(by.length > 0 &&
    !used.some(({ index, found }) => isFromEnd || OF_PART.includes(index ?? '') || found?.includes(on))
      ? [`is not found by ${by.join(' or ')} ${on}`]
      : []),
    ...(isCovered && !used.every((read) => read.isCovered)
      ? [`fetches rows besides ${by.join(' or ')}`]
      : []),
  ];
  const plan = plans.flatMap(({ words }) => words).join('\n  ');
  return problems.length === 0 ? [] : [`${what}: ${problems.join('; ')}\n  ${plan}`];
}

/** PostgreSQL joins two look-ups; what is just being sent is never more than a handful. */
function isOfFew(found: string | null): boolean {
  return found?.includes("status = 'sending'") ?? false;
}
