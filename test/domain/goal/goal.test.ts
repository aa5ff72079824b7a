import { describe, expect, it } from 'vitest';
import {
  type Goal,
  type GoalDraft,
  type GoalId,
  inOrder,
  isOver,
  proposeGoal,
  signGoal,
  standingOf,
} from '../../../src/domain/goal/goal.ts';
import { parsePeriod } from '../../../src/domain/goal/period.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const NOW = 1_000;
const TODAY = '2026-11-23';
const NOVEMBER = parsePeriod('2026-11');

function proposed(draft: Partial<GoalDraft> = {}, open: Goal | null = null, settings = SETTINGS): Goal {
  return proposeGoal(
    { person: MIA, kind: 'qualified', period: NOVEMBER, amount: '40', ...draft },
    { settings, open, lastVersion: 1, id: 'goal_2' as GoalId, now: NOW, today: TODAY },
  );
}

describe('a goal', () => {
  it('is proposed with its target, signed by the side of who proposes', () => {
    expect(proposed()).toMatchObject({
      ...{ kind: 'qualified', period: '2026-11', version: 2, target: 40, currency: null },
      ...{ signatures: { marketing: MIA, sales: null }, signedAt: null, end: null },
    });
    expect(() => proposed({ person: ANA })).toThrow(refused('proposers_only'));
    const nowhere = { ...SETTINGS, scorecardChannel: null, leadsChannel: null };
    expect(() => proposed({}, null, nowhere)).toThrow(refused('proposal_channel_needed'));
  });

  it('of a kind and period is one at a time', () => {
    expect(() => proposed({}, proposed())).toThrow(refused('goal_proposed_already', { by: MIA }));
  });

  it('is for a time that is not over', () => {
    const period = parsePeriod('2026-10');
    expect(() => proposed({ period })).toThrow(refused('goal_period_over', { period }));
    expect([isOver({ period }, TODAY), isOver({ period: NOVEMBER }, '2026-11-30')]).toEqual([true, false]);
    const late = { person: MAX, now: NOW, today: '2026-12-01' };
    expect(() => signGoal(proposed(), late, SETTINGS)).toThrow(
      refused('goal_period_over', { period: NOVEMBER }),
    );
  });

  it('stands as it was signed, ended, or left', () => {
    const signed = signGoal(proposed(), { person: MAX, now: NOW, today: TODAY }, SETTINGS);
    expect([proposed(), signed].map((goal) => standingOf(goal, TODAY))).toEqual(['proposed', 'counts']);
    expect([proposed(), signed].map((goal) => standingOf(goal, '2026-12-01'))).toEqual([
      ...['not_signed', 'over'],
    ]);
    const end = { how: 'declined' as const, by: MAX, at: NOW, reason: 'No' };
    expect(standingOf({ ...proposed(), end }, TODAY)).toBe('declined');
  });

  it('stands before those of a quarter, in the order of kinds', () => {
    const all = [
      { kind: 'qualified', period: parsePeriod('2026-Q4') },
      { kind: 'won', period: NOVEMBER },
      { kind: 'qualified', period: NOVEMBER },
    ] as const;
    expect(inOrder(all)).toEqual([all[2], all[1], all[0]]);
  });
});
