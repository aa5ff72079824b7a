/** `/tango routing`: whose turn it is for new leads, for managers. */
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { RuleInput } from '../../../domain/routing/change-routing.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { removeRoutingRule, upsertRoutingRule } from '../../../usecases/routing/edit-routing.ts';
import {
  loadRoutingRule,
  prepareRouting,
  prepareRoutingRule,
} from '../../../usecases/routing/prepare-routing.ts';
import { ROUTING, ROUTING_FIELD, ROUTING_MODAL, ruleKey, ruleMenuValue } from '../../action-ids.ts';
import { routingModal, routingRuleModal } from '../../views/routing/routing-modal.ts';
import { ChosenPerson, checked } from '../edge/checked.ts';
import type { Click } from '../edge/click.ts';
import type { Command } from '../edge/command.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosen, chosenPeople, type FormValues, ticked, typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { Listeners } from '../edge/table.ts';
import { offerSources } from '../lead/offer-sources.ts';

const ruleForm = onForm({
  callbackId: ROUTING_MODAL.rule,
  key: ruleKey,
  submit,
  scene: ({ ctx }, { key }) => loadRoutingRule(ctx, key),
  draw: (rule, { notice }) => routingRuleModal({ rule, notice }),
});

export const ROUTING_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: { [ROUTING.add]: onAdd, [ROUTING.rule]: onRule },
  forms: [ruleForm],
  lists: [{ callbackId: ROUTING_MODAL.list, draw: drawList }],
  options: { [ROUTING_FIELD.sources]: offerSources },
};

export async function openRouting(deps: ListenerDeps, { person, triggerId }: Command): Promise<void> {
  await deps.slack.openView(triggerId, await drawList(deps, person));
}

async function drawList({ ctx }: ListenerDeps, person: PersonId): Promise<ModalView> {
  return routingModal(await prepareRouting(ctx, person));
}

async function onAdd({ ctx, slack }: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  await prepareRouting(ctx, person);
  await slack.openView(triggerId, routingRuleModal({ rule: null }));
}

async function onRule(deps: ListenerDeps, click: Click): Promise<void> {
  const { choice, ruleId } = ruleMenuValue.decode(click.value);
  await (choice === 'edit' ? openRule(deps, click, ruleId) : remove(deps, click, ruleId));
}

async function openRule(
  { ctx, slack }: ListenerDeps,
  { person, triggerId }: Click,
  id: string,
): Promise<void> {
  const rule = await prepareRoutingRule(ctx, { person, id });
  await slack.openView(triggerId, routingRuleModal({ rule }));
}

async function remove({ ctx }: ListenerDeps, { person }: Click, id: string): Promise<void> {
  await removeRoutingRule(ctx, { person, id });
}

async function submit(
  { ctx }: ListenerDeps,
  { person, key: id, values }: FilledForm<string | null>,
): Promise<void> {
  await upsertRoutingRule(ctx, { person, id, rule: readRule(values) });
}

const RuleForm = z.object({
  sources: z.array(z.string().max(300)),
  regions: z.array(z.string()),
  mode: z.enum(['propose', 'assign'], 'Please choose one.'),
  people: z.array(ChosenPerson),
  twice: z.array(ChosenPerson),
  cap: z.string().nullable(),
});

function readRule(values: FormValues): RuleInput {
  return checked(RuleForm, {
    // A form that was open when Tango was updated has a line to type into.
    sources: [...ticked(values, ROUTING_FIELD.sources), ...names(values, ROUTING_FIELD.sources)],
    regions: names(values, ROUTING_FIELD.regions),
    mode: chosen(values, ROUTING_FIELD.mode),
    people: chosenPeople(values, ROUTING_FIELD.people),
    twice: chosenPeople(values, ROUTING_FIELD.twice),
    cap: typed(values, ROUTING_FIELD.cap),
  });
}

function names(values: FormValues, field: string): string[] {
  const all = (typed(values, field) ?? '').split(/[,\n]/).map((name) => name.trim());
  return [...new Set(all.filter(Boolean))];
}
