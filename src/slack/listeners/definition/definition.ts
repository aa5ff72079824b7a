/** The definition of "qualified": proposed in a modal, signed on its post. */
import { z } from 'zod';
import {
  declineProposal,
  loadProposal,
  withdrawProposal,
} from '../../../usecases/definition/end-proposal.ts';
import { prepareProposal, proposeDefinition } from '../../../usecases/definition/propose-definition.ts';
import { signDefinition } from '../../../usecases/definition/sign-definition.ts';
import { loadTeam } from '../../../usecases/team/load-team.ts';
import { DEFINITION, DEFINITION_FIELD, noKey, parseVersion, SETTINGS, versionKey } from '../../action-ids.ts';
import { definitionModal } from '../../views/definition/definition-modal.ts';
import { declineModal } from '../../views/team/signing.ts';
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

const declineForm = onForm({
  callbackId: DEFINITION.declineModal,
  key: versionKey,
  submit: async ({ ctx }, { person, key: version, values }): Promise<void> => {
    await declineProposal(ctx, { version, person, reason: typed(values, DEFINITION_FIELD.reason) });
  },
  scene: ({ ctx }, { person, key: version }) => loadProposal(ctx, { version, person }),
  draw: ({ version }, { notice }) => drawDecline(version, notice),
});

export const DEFINITION_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: {
    [SETTINGS.propose]: onPropose,
    [DEFINITION.sign]: onSign,
    [DEFINITION.decline]: onDecline,
    [DEFINITION.withdraw]: onWithdraw,
  },
  forms: [proposalForm, declineForm],
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

async function onDecline({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const { version } = await loadProposal(ctx, { version: parseVersion(value), person });
  await slack.openView(triggerId, drawDecline(version));
}

function drawDecline(version: number, notice?: string) {
  return declineModal({
    callbackId: DEFINITION.declineModal,
    privateMetadata: versionKey.encode(version),
    what: `*What is “qualified”? Version ${version}*`,
    field: DEFINITION_FIELD.reason,
    notice,
  });
}

async function onWithdraw({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await withdrawProposal(ctx, { version: parseVersion(value), person });
}
