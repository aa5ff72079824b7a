/** `/tango routing`: the rules by which new leads go round, and the modal for one of them. */
import type { ModalView } from '@slack/types';
import type { Routing, RoutingRule } from '../../../domain/routing/routing.ts';
import { clip } from '../../../sentences/clip.ts';
import { ruleTitle } from '../../../sentences/en/routing.ts';
import {
  ROUTING,
  ROUTING_FIELD,
  ROUTING_MODAL,
  type RuleMenuChoice,
  ruleKey,
  ruleMenuValue,
} from '../../action-ids.ts';
import { actions, context, input, section, type TangoBlock } from '../kit/blocks.ts';
import { button, option, overflow, radioButtons, textInput } from '../kit/elements.ts';
import { manySearchSelect, numberInput, peopleSelect } from '../kit/modal-inputs.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText, person } from '../kit/text.ts';
import { sourceOption } from '../lead/source-option.ts';

export function routingModal({ rules }: Routing): ModalView {
  return modal({
    callbackId: ROUTING_MODAL.list,
    title: 'Whose turn',
    blocks: [
      section(
        'Without a rule that fits, a new lead is for whoever claims it first. The first rule that fits is taken.',
      ),
      ...rules.map(ruleBlock),
      actions([button({ action: ROUTING.add, text: 'Add a rule' })]),
      context(
        'Whoever is on leave, outside of their hours or has enough open leads is passed over; they say so with `/tango leave`.',
      ),
    ],
  });
}

function ruleBlock(rule: RoutingRule): TangoBlock {
  const names = rule.people
    .slice(0, 15)
    .map(({ person: id, weight }) => `${person(id)}${weight > 1 ? ' (twice)' : ''}`);
  const more = rule.people.length > names.length ? ` and ${rule.people.length - names.length} more` : '';
  const how = rule.mode === 'assign' ? 'Assigned to' : 'Proposed to';
  const cap = rule.cap === null ? '' : ` · at most ${rule.cap} open each`;
  const entry = (choice: RuleMenuChoice, text: string) => option(text, ruleMenuValue.encode(choice, rule.id));
  return section(`*${escapeText(clip(ruleTitle(rule), 200))}*\n${how} ${names.join(', ')}${more}${cap}`, {
    accessory: overflow({
      action: ROUTING.rule,
      options: [entry('edit', 'Change…'), entry('remove', 'Remove')],
    }),
  });
}

const MODES = {
  propose: option('Propose', 'propose', 'The card names them; anybody may claim'),
  assign: option('Assign', 'assign', 'They own it at once'),
};

export interface RuleScene {
  /** Null: a new one. */
  rule: RoutingRule | null;
  notice?: string | undefined;
}

export function routingRuleModal({ rule, notice }: RuleScene): ModalView {
  return modal({
    callbackId: ROUTING_MODAL.rule,
    title: rule ? 'Change the rule' : 'Add a rule',
    submit: 'Save',
    privateMetadata: ruleKey.encode(rule?.id ?? null),
    blocks: [...movedNotice(notice), ...forWhich(rule), ...toWhom(rule)],
  });
}

function forWhich(rule: RoutingRule | null): TangoBlock[] {
  const text = (action: string, names: readonly string[], placeholder: string) =>
    textInput({ action, initial: clip(names.join(', '), 2900), placeholder, maxLength: 3000 });
  return [
    input({
      blockId: ROUTING_FIELD.sources,
      label: 'For which sources?',
      hint: 'Empty means all.',
      optional: true,
      element: manySearchSelect({
        action: ROUTING_FIELD.sources,
        chosen: (rule?.sources ?? []).map(sourceOption),
        placeholder: 'Search, or type a new one',
      }),
    }),
    input({
      blockId: ROUTING_FIELD.regions,
      label: 'For which regions?',
      hint: 'As leads name them; empty means all.',
      optional: true,
      element: text(ROUTING_FIELD.regions, rule?.regions ?? [], 'Bavaria, Austria'),
    }),
  ];
}

function toWhom(rule: RoutingRule | null): TangoBlock[] {
  const people = rule?.people ?? [];
  const twice = people.filter(({ weight }) => weight > 1);
  return [
    input({
      blockId: ROUTING_FIELD.people,
      label: 'Who takes turns?',
      element: peopleSelect({ action: ROUTING_FIELD.people, chosen: people.map(({ person: id }) => id) }),
    }),
    input({
      blockId: ROUTING_FIELD.twice,
      label: 'Who of them gets twice as many?',
      optional: true,
      element: peopleSelect({ action: ROUTING_FIELD.twice, chosen: twice.map(({ person: id }) => id) }),
    }),
    input({
      blockId: ROUTING_FIELD.cap,
      label: 'At most so many open leads each',
      optional: true,
      element: numberInput({
        action: ROUTING_FIELD.cap,
        ...(rule?.cap ? { initial: String(rule.cap) } : {}),
      }),
    }),
    input({
      blockId: ROUTING_FIELD.mode,
      label: 'How?',
      element: radioButtons({
        action: ROUTING_FIELD.mode,
        options: [MODES.propose, MODES.assign],
        chosen: MODES[rule?.mode ?? 'propose'],
      }),
    }),
  ];
}
