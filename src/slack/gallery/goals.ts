import type { Goal, GoalId } from '../../domain/goal/goal.ts';
import { paceOf } from '../../domain/goal/pace.ts';
import { offeredPeriods, type Period } from '../../domain/goal/period.ts';
import type { Reached } from '../../domain/goal/reached.ts';
import type { GoalFormScene, GoalsPage } from '../../domain/goal/scenes.ts';
import { teamCalendar } from '../../domain/time/calendar.ts';
import { sayGoal } from '../../sentences/en/goal.ts';
import { sayPeriod } from '../../sentences/en/period.ts';
import { GOAL_FIELD, GOAL_MODAL } from '../action-ids.ts';
import { goalFormModal } from '../views/goal/goal-form-modal.ts';
import { goalListModal } from '../views/goal/goal-list-modal.ts';
import { goalNews, goalPost } from '../views/goal/goal-post.ts';
import { declineModal } from '../views/team/signing.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { ARRIVED, MAX, MIA, SETTINGS } from './sample-people.ts';

const TODAY = '2026-11-23';
const NOVEMBER = '2026-11' as Period;

const REACHED: Reached = {
  ...{ leads: 96, qualified: 31, stories: 2, spent: 512_000 },
  won: [
    { currency: 'EUR', count: 6, minor: 8_400_000 },
    { currency: null, count: 1, minor: 0 },
  ],
};

export function sampleGoal(over: Partial<Goal> = {}): Goal {
  return {
    ...{
      id: 'goal_1' as GoalId,
      kind: 'qualified',
      period: NOVEMBER,
      version: 1,
      target: 40,
      currency: null,
    },
    ...{ proposedBy: MIA, proposedAt: ARRIVED, signatures: { marketing: MIA, sales: null } },
    ...{ signedAt: null, end: null, channel: 'C_SCORECARD' },
    ...over,
  };
}

export function goalEntries(said: Said): GalleryEntry[] {
  const { timezone } = SETTINGS;
  const called = { marketing: [MIA], sales: [MAX] };
  const goal = sampleGoal();
  const signed = sampleGoal({ signatures: { marketing: MIA, sales: MAX }, signedAt: ARRIVED });
  const declined = sampleGoal({
    end: { how: 'declined', by: MAX, at: ARRIVED, reason: said('Two of us are away in November') },
  });
  const basis = '28 in October 2026; 31.3 on average of the 3 months before this one.';
  const post = (of: Goal) => goalPost({ goal: of, basis, timezone, called });
  return [
    { name: 'goal, to sign', message: post(goal) },
    {
      name: 'goal, of money in a shared channel',
      message: goalPost({
        ...{ goal: sampleGoal({ kind: 'revenue', currency: 'EUR' }), basis, timezone, called },
        isCovered: true,
      }),
    },
    { name: 'goal, signed', message: post(signed) },
    { name: 'goal, declined', message: post(declined) },
    { name: 'goal, told of as signed', message: goalNews(signed, 'signed') },
    { name: 'goal, told of as declined', message: goalNews(declined, 'declined') },
    { name: 'goal, propose', modal: goalFormModal(form('qualified')) },
    { name: 'goal, propose money with nothing to go by', modal: goalFormModal(form('revenue', null)) },
    { name: 'goal, decline', modal: decline(goal) },
    { name: 'goals', modal: goalListModal(page(declined), 0) },
    { name: 'goals, further on', modal: goalListModal(page(declined), 1) },
    { name: 'goals, none for a rep', modal: goalListModal({ ...NONE, mayPropose: false }, 0) },
  ];
}

function form(kind: GoalFormScene['kind'], average: number | null = 31.3): GoalFormScene {
  const basis = average === null ? null : { month: '2026-10' as Period, last: 28, average, months: 3 };
  return {
    ...{ kind, period: NOVEMBER, offered: offeredPeriods(TODAY), currency: 'EUR', basis },
    suggested: average === null ? null : Math.round(average),
  };
}

function decline(goal: Goal) {
  return declineModal({
    ...{ callbackId: GOAL_MODAL.decline, privateMetadata: goal.id, field: GOAL_FIELD.reason },
    what: `*${sayGoal(goal)}* in ${sayPeriod(goal.period)}`,
  });
}

const NONE: GoalsPage = {
  ...{ proposed: [], running: [], past: [], pastCount: 0, mayPropose: true },
  ...{ timezone: SETTINGS.timezone, today: TODAY },
};

function page(declined: Goal): GoalsPage {
  const time = { at: Date.parse(`${TODAY}T09:00:00Z`), calendar: teamCalendar(SETTINGS) };
  const counting: Partial<Goal>[] = [
    { kind: 'qualified', target: 40 },
    { kind: 'won', target: 12 },
    { kind: 'revenue', target: 12_000_000, currency: 'EUR' },
    { kind: 'cost_per_qualified', target: 14_000, currency: 'EUR' },
    { kind: 'stories', target: 2 },
    { kind: 'qualified', target: 45, period: '2026-12' as Period },
  ];
  const goals = counting.map((over) => sampleGoal({ ...over, signedAt: ARRIVED }));
  return {
    ...NONE,
    running: goals.map((goal) => ({ goal, pace: paceOf(goal, REACHED, time) })),
    proposed: [
      { goal: sampleGoal({ kind: 'leads', target: 120 }), may: { sign: true, withdraw: false } },
      { goal: sampleGoal({ kind: 'won', proposedBy: MAX }), may: { sign: false, withdraw: true } },
    ],
    past: [declined, sampleGoal({ period: '2026-10' as Period, signedAt: ARRIVED })],
    pastCount: 23,
  };
}
