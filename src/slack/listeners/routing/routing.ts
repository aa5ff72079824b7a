/** `/tango routing`: whose turn it is for new leads, for managers. */
import type { App, ViewResponseAction } from '@slack/bolt';
import type { Routing } from '../../../domain/routing/routing.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { assertMayManage } from '../../../domain/team/change-settings.ts';
import { AppError } from '../../../errors.ts';
import { putRoutingRule, removeRoutingRule } from '../../../usecases/routing/edit-routing.ts';
import { viewSettings } from '../../../usecases/team/load-settings.ts';
import { ROUTING, ROUTING_FIELD, ROUTING_MODAL, ruleMenuValue } from '../../action-ids.ts';
import { routingModal, routingRuleModal } from '../../views/routing/routing-modal.ts';
import { chosen, chosenPeople, type FormValues, refusalResponse, typed } from '../edge/form.ts';
import {
  type Click,
  type Command,
  type ListenerDeps,
  onClick,
  onSubmit,
  type Submission,
} from '../edge/listen.ts';

export function registerRouting(app: App, deps: ListenerDeps): void {
  onClick(app, deps, ROUTING.add, onAdd);
  onClick(app, deps, ROUTING.rule, onRule);
  onSubmit(app, deps, ROUTING_MODAL.rule, onSaved);
}

export async function openRouting(
  { ctx, slack }: ListenerDeps,
  { person, triggerId }: Command,
): Promise<void> {
  await slack.openView(triggerId, routingModal(await routingFor(ctx, person)));
}

async function onAdd({ ctx, slack }: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  await routingFor(ctx, person);
  await slack.pushView(triggerId, routingRuleModal({ rule: null }));
}

async function onRule(
  { ctx, slack }: ListenerDeps,
  { person, value, triggerId, body }: Click,
): Promise<void> {
  const { choice, ruleId } = ruleMenuValue.decode(value);
  if (choice === 'edit') {
    const rule = ruleIn(await routingFor(ctx, person), ruleId);
    if (!rule) throw new AppError('stale', 'Somebody has removed this rule meanwhile.');
    return void (await slack.pushView(triggerId, routingRuleModal({ rule })));
  }
  const routing = await removeRoutingRule(ctx, { person, id: ruleId });
  if (body.view) await slack.updateView(body.view.id, routingModal(routing));
}

async function onSaved(
  { ctx, slack }: ListenerDeps,
  { person, privateMetadata, values, viewBelow, afterwards }: Submission,
): Promise<ViewResponseAction | null> {
  const id = privateMetadata || null;
  try {
    const routing = await putRoutingRule(ctx, { person, id, rule: filledIn(values) });
    if (viewBelow) afterwards(() => slack.updateView(viewBelow, routingModal(routing)));
    return null;
  } catch (refusal) {
    const { routing } = await viewSettings(ctx);
    const again = (notice: string) => routingRuleModal({ rule: id ? ruleIn(routing, id) : null, notice });
    return refusalResponse(refusal, { values, again });
  }
}

async function routingFor(ctx: ListenerDeps['ctx'], person: PersonId): Promise<Routing> {
  const settings = await viewSettings(ctx);
  assertMayManage(settings, person);
  return settings.routing;
}

function ruleIn({ rules }: Routing, id: string) {
  return rules.find((rule) => rule.id === id) ?? null;
}

function filledIn(values: FormValues) {
  return {
    sources: names(values, ROUTING_FIELD.sources),
    regions: names(values, ROUTING_FIELD.regions),
    mode: chosen(values, ROUTING_FIELD.mode) === 'assign' ? ('assign' as const) : ('propose' as const),
    people: chosenPeople(values, ROUTING_FIELD.people) as PersonId[],
    twice: chosenPeople(values, ROUTING_FIELD.twice) as PersonId[],
    cap: typed(values, ROUTING_FIELD.cap),
  };
}

function names(values: FormValues, field: string): string[] {
  const all = (typed(values, field) ?? '').split(/[,\n]/).map((name) => name.trim());
  return [...new Set(all.filter(Boolean))];
}
