import type { Hands } from '../../../../emulator/person/hands.ts';
import { parsePeriod } from '../../../../src/domain/goal/period.ts';
import { proposeDefinition } from '../../../../src/usecases/definition/propose-definition.ts';
import { proposeGoal } from '../../../../src/usecases/goal/propose-goal.ts';
import { MAX, MIA, SCORECARD } from '../../../support/people.ts';
import type { World } from '../../../support/world.ts';
import type { FormRow } from './form-row.ts';

async function goals(world: World, person: string): Promise<Hands> {
  const hands = world.emulator.as(person);
  await hands.command('/tango', 'goals');
  return hands;
}

async function openGoal(world: World): Promise<Hands> {
  const mia = await goals(world, MIA);
  await mia.clickInView(await mia.openModal(), 'Propose a goal');
  return mia;
}

async function openDecline(world: World): Promise<Hands> {
  const draft = { kind: 'qualified' as const, period: parsePeriod('2026-12'), amount: '40' };
  await proposeGoal(world.bot.ctx, { ...draft, person: MIA });
  const max = await goals(world, MAX);
  await max.clickInView(await max.openModal(), 'goal_decline');
  return max;
}

async function openDeclineDefinition(world: World): Promise<Hands> {
  const asked = { marketing: null, sales: null };
  await proposeDefinition(world.bot.ctx, { person: MIA, criteria: '* Fits', asked });
  await world.settle();
  const max = world.emulator.as(MAX);
  const [post] = world.emulator.workspace.messages.in(SCORECARD);
  await max.click(post!, 'Decline…');
  await max.openModal();
  return max;
}

export const GOAL_ROWS: FormRow[] = [
  {
    form: 'goal_form_modal',
    open: openGoal,
    filling: { goal_kind: 'qualified', period: '2026-12', goal_amount_qualified: '40' },
    wrong: {
      filling: { goal_amount_qualified: 'forty' },
      errors: { goal_amount_qualified: 'A whole number from 1 to 10,000,000, please.' },
    },
  },
  {
    form: 'goal_decline_modal',
    open: openDecline,
    filling: { reason: 'Two of us are away' },
    wrong: {
      filling: { reason: '  ' },
      errors: { reason: 'Please say why, in a few words: the others read it.' },
    },
  },
  {
    form: 'definition_decline_modal',
    open: openDeclineDefinition,
    filling: { reason: 'Too loose' },
    wrong: {
      filling: { reason: '  ' },
      errors: { reason: 'Please say why, in a few words: the others read it.' },
    },
  },
];
