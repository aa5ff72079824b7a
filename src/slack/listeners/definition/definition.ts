/** The definition of "qualified": proposed in a modal, signed on its post. */
import { z } from 'zod';
import { prepareProposal, proposeDefinition } from '../../../usecases/definition/propose-definition.ts';
import { signDefinition } from '../../../usecases/definition/sign-definition.ts';
import { loadTeam } from '../../../usecases/team/load-team.ts';
import { DEFINITION, DEFINITION_FIELD, noKey, parseVersion, SETTINGS } from '../../action-ids.ts';
import { definitionModal } from '../../views/definition/definition-modal.ts';
import { ChosenPerson, checked } from '../edge/checked.ts';
import type { Click } from '../edge/click.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosenPerson, typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { Listeners } from '../edge/table.ts';

const proposalForm = onForm({
  callbackId: DEFINITION.modal,
  key: noKey,
  submit,
  scene: ({ ctx }, { person }) => loadTeam(ctx, person),
  draw: ({ definition: current, proposal: open }, { notice }) => definitionModal({ current, open, notice }),
});

export const DEFINITION_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: { [SETTINGS.propose]: onPropose, [DEFINITION.sign]: onSign },
  forms: [proposalForm],
};

async function onPropose({ ctx, slack }: ListenerDeps, click: Click): Promise<void> {
  const { current, open } = await prepareProposal(ctx, click.person);
  await slack.openView(click.triggerId, definitionModal({ current, open }));
}

const ProposalForm = z.object({
  /** None at all is the domain's to refuse, beside all else. */
  criteria: z
    .string()
    .nullable()
    .transform((text) => text ?? ''),
  marketing: ChosenPerson.nullable(),
  sales: ChosenPerson.nullable(),
});

async function submit({ ctx }: ListenerDeps, { person, values }: FilledForm<null>): Promise<void> {
  const { criteria, ...asked } = checked(ProposalForm, {
    criteria: typed(values, DEFINITION_FIELD.criteria),
    marketing: chosenPerson(values, DEFINITION_FIELD.marketing),
    sales: chosenPerson(values, DEFINITION_FIELD.sales),
  });
  await proposeDefinition(ctx, { person, criteria, asked });
}

async function onSign({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await signDefinition(ctx, { version: parseVersion(value), person });
}
