import { readThen } from '../../domain/refusals.ts';
import { type RuleInput, removeRule, upsertRule } from '../../domain/routing/change-routing.ts';
import type { Routing, RoutingRule } from '../../domain/routing/routing.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { type AuditChange, type AuditValue, isChange } from '../../domain/team/audit.ts';
import { assertMayManage } from '../../domain/team/change-settings.ts';
import { assertMayBeChosen } from '../../domain/team/choose-people.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { updateSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { chosenSource } from '../lead/suggest-sources.ts';
import { recordAudit } from '../team/record-audit.ts';
import { perform, type Work } from '../work.ts';
import { routingToday } from './routing-today.ts';

export interface UpsertRuleInput {
  person: PersonId;
  /** Null: a new one. */
  id: string | null;
  rule: RuleInput;
}

export function upsertRoutingRule(ctx: Context, { person, id, rule }: UpsertRuleInput): Promise<Routing> {
  const ruleId = id ?? ctx.newId('rule');
  const decide = async (routing: Routing, settings: Settings, tx: Tx) => {
    const seated =
      routing.rules.find((other) => other.id === ruleId)?.people.map((seat) => seat.person) ?? [];
    const added = rule.people.filter((each) => !seated.includes(each));
    const sources = await Promise.all(rule.sources.map((source) => chosenSource({ tx, settings }, source)));
    return readThen(
      () => assertMayBeChosen({ field: 'people', people: added }, settings),
      () => upsertRule(routing, ruleId, { ...rule, sources }),
    );
  };
  return change(ctx, { person, id: ruleId, decide });
}

export function removeRoutingRule(
  ctx: Context,
  { person, id }: { person: PersonId; id: string },
): Promise<Routing> {
  return change(ctx, { person, id, decide: (routing) => removeRule(routing, id) });
}

interface Change {
  person: PersonId;
  id: string;
  decide: (routing: Routing, settings: Settings, tx: Tx) => Routing | Promise<Routing>;
}

function change(ctx: Context, { person, id, decide }: Change): Promise<Routing> {
  const edit = async (work: Work) => {
    const { tx, now, settings: before } = work;
    assertMayManage(before, person);
    const after: Settings = { ...before, routing: await decide(before.routing, before, tx) };
    await updateSettings(tx, after, { before, by: person, at: now });
    const [was, is] = [await routingToday(work), await routingToday({ tx, settings: after })];
    await recordAudit(work, person, auditOf(ruleIn(was, id), ruleIn(is, id)));
    return is;
  };
  return perform(ctx, person, edit, { locksSettings: true });
}

function ruleIn(routing: Routing, id: string): RoutingRule | null {
  return routing.rules.find((rule) => rule.id === id) ?? null;
}

function auditOf(was: RoutingRule | null, is: RoutingRule | null): AuditChange[] {
  const rule = is ?? was;
  if (!rule) return [];
  const { sources, regions } = rule;
  const about = (code: 'rule' | 'rule_people' | 'rule_twice', of: (rule: RoutingRule) => AuditValue) => ({
    what: { code, sources, regions },
    before: was && of(was),
    after: is && of(is),
  });
  const changes = [about('rule', factsOf), about('rule_people', peopleOf), about('rule_twice', twiceOf)];
  return changes.filter(isChange);
}

function factsOf({ sources, regions, mode, cap }: RoutingRule): AuditValue {
  return { rule: { sources, regions, mode, cap } };
}

function peopleOf({ people }: RoutingRule): AuditValue {
  return { people: people.map(({ person }) => person) };
}

function twiceOf({ people }: RoutingRule): AuditValue {
  return { people: people.filter(({ weight }) => weight > 1).map(({ person }) => person) };
}
