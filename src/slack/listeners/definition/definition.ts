/** The definition of "qualified": proposed in a modal, signed on its post. */
import type { App, ViewResponseAction } from '@slack/bolt';
import type { PersonId } from '../../../domain/team/actor.ts';
import { prepareProposal, proposeDefinition } from '../../../usecases/definition/propose-definition.ts';
import { signDefinition } from '../../../usecases/definition/sign-definition.ts';
import { loadTeam } from '../../../usecases/team/load-team.ts';
import { DEFINITION, DEFINITION_FIELD, parseVersion, SETTINGS } from '../../action-ids.ts';
import { definitionModal } from '../../views/definition/definition-modal.ts';
import { chosenPerson, type FormValues, refusalResponse, typed } from '../edge/form.ts';
import { type Click, type ListenerDeps, onClick, onSubmit, type Submission } from '../edge/listen.ts';
import { openOrPush } from '../edge/open-or-push.ts';
import { redrawMenu } from '../team/redraw-menu.ts';

export function registerDefinition(app: App, deps: ListenerDeps): void {
  onClick(app, deps, SETTINGS.propose, onPropose);
  onSubmit(app, deps, DEFINITION.modal, onProposed);
  onClick(app, deps, DEFINITION.sign, onSign);
}

async function onPropose({ ctx, slack }: ListenerDeps, click: Click): Promise<void> {
  const { current, open } = await prepareProposal(ctx, click.person);
  await openOrPush(slack, click, definitionModal({ current, open }));
}

async function onSign({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await signDefinition(ctx, { version: parseVersion(value), person });
}

async function onProposed(deps: ListenerDeps, submission: Submission): Promise<ViewResponseAction | null> {
  const { person, values } = submission;
  const criteria = typed(values, DEFINITION_FIELD.criteria) ?? '';
  const asked = { marketing: signer(values, 'marketing'), sales: signer(values, 'sales') };
  try {
    await proposeDefinition(deps.ctx, { person, criteria, asked });
    redrawMenu(deps, submission);
    return null;
  } catch (refusal) {
    const { definition: current, proposal: open } = await loadTeam(deps.ctx, person);
    const again = (notice: string) => definitionModal({ current, open, notice });
    return refusalResponse(refusal, { values, again });
  }
}

function signer(values: FormValues, side: 'marketing' | 'sales'): PersonId | null {
  return chosenPerson(values, DEFINITION_FIELD[side]) as PersonId | null;
}
