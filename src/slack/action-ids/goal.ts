import type { GoalId } from '../../domain/goal/goal.ts';
import { GOAL_KINDS, type GoalKind } from '../../domain/goal/kinds.ts';
import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';

/** What both sides want to reach, in a month or a quarter. */
export const GOAL = {
  open: 'goal_open',
  propose: 'goal_propose',
  sign: 'goal_sign',
  decline: 'goal_decline',
  withdraw: 'goal_withdraw',
  pageBack: 'goal_page_back',
  pageOn: 'goal_page_on',
} as const;

export const GOAL_MODAL = {
  list: 'goal_list_modal',
  form: 'goal_form_modal',
  decline: 'goal_decline_modal',
} as const;

export const GOAL_FIELD = {
  /** Its choice draws the form again. */
  kind: 'goal_kind',
  period: 'period',
  reason: 'reason',
} as const;

/** Of each kind a field of its own: what was typed for leads is no money. */
export function goalAmountField(kind: GoalKind): string {
  return `goal_amount_${kind}`;
}

export const goalKey: Codec<GoalId> = {
  encode: (id) => id,
  decode: (text) => {
    if (!ID.test(text)) throw new AppError('invalid', inWords('This goal is not known any more.'));
    return text as GoalId;
  },
};

/** Which page of what is over. */
export const goalsPage: Codec<number> = {
  encode: String,
  decode: (text) => (/^\d{1,4}$/.test(text) ? Number(text) : 0),
};

export function parseGoalKind(text: string | null): GoalKind {
  const kind = GOAL_KINDS.find((known) => known === text);
  if (!kind) throw new AppError('invalid', inWords('This kind of goal is not known.'));
  return kind;
}
