/** `/tango goals`, "Propose a goal". */
import type { ModalView } from '@slack/types';
import { GOAL_KINDS } from '../../../domain/goal/kinds.ts';
import type { GoalFormScene } from '../../../domain/goal/scenes.ts';
import { isOfMoney, targetToType } from '../../../domain/goal/target.ts';
import { GOAL_NAMES, sayBasis } from '../../../sentences/en/goal.ts';
import { sayPeriod } from '../../../sentences/en/period.ts';
import { GOAL_FIELD, GOAL_MODAL, goalAmountField } from '../../action-ids.ts';
import { context, input } from '../kit/blocks.ts';
import { option, staticSelect, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';

export function goalFormModal(scene: GoalFormScene & { notice?: string | undefined }): ModalView {
  return modal({
    callbackId: GOAL_MODAL.form,
    title: 'Propose a goal',
    submit: 'Propose',
    blocks: [
      ...movedNotice(scene.notice),
      kindField(scene),
      periodField(scene),
      amountField(scene),
      context(
        'You sign for your own side with it. It counts once somebody of the other side has signed; how it goes stands in every scorecard.',
      ),
    ],
  });
}

function kindField({ kind }: GoalFormScene) {
  const options = GOAL_KINDS.map((each) => option(capital(GOAL_NAMES[each]), each));
  const chosen = options.find(({ value }) => value === kind);
  return input({
    blockId: GOAL_FIELD.kind,
    label: 'Goal for',
    dispatches: true,
    element: staticSelect({ action: GOAL_FIELD.kind, options, ...(chosen && { chosen }) }),
  });
}

function periodField({ offered, period }: GoalFormScene) {
  const options = offered.map((each) => option(sayPeriod(each), each));
  return input({
    blockId: GOAL_FIELD.period,
    label: 'In',
    element: staticSelect({
      action: GOAL_FIELD.period,
      options,
      chosen: option(sayPeriod(period), period),
    }),
  });
}

function amountField({ kind, currency, suggested, basis }: GoalFormScene) {
  const unit = isOfMoney(kind) ? currency : null;
  const initial = suggested === null ? {} : { initial: targetToType({ target: suggested, currency: unit }) };
  return input({
    blockId: goalAmountField(kind),
    label: LABELS[kind] + (unit ? ` (${unit})` : ''),
    hint: sayBasis(kind, basis, currency),
    element: textInput({ action: goalAmountField(kind), maxLength: 40, ...initial }),
  });
}

const LABELS = {
  qualified: 'How many are qualified in it?',
  won: 'How many are won in it?',
  revenue: 'How much is won in it?',
  cost_per_qualified: 'How much does a qualified lead cost at most?',
  stories: 'How many stories does the field tell in it?',
  leads: 'How many leads does marketing owe in it?',
} as const;

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
