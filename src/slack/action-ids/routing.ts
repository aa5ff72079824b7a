import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';

/** Whose turn it is for new leads. */
export const ROUTING = {
  add: 'routing_add',
  rule: 'routing_rule',
} as const;

export const ROUTING_MODAL = {
  list: 'routing_list_modal',
  rule: 'routing_rule_modal',
} as const;

export const ROUTING_FIELD = {
  sources: 'sources',
  regions: 'regions',
  mode: 'mode',
  people: 'people',
  twice: 'twice',
  cap: 'cap',
} as const;

/** The modal of a rule carries which one it changes; null: it adds one. */
export const ruleKey: Codec<string | null> = {
  encode: (ruleId) => ruleId ?? '',
  decode: (text) => {
    if (text === '') return null;
    if (!ID.test(text)) throw unknownRule();
    return text;
  },
};

/** What the ⋯ menu of a routing rule offers. */
const RULE_MENU = ['edit', 'remove'] as const;
export type RuleMenuChoice = (typeof RULE_MENU)[number];

export const ruleMenuValue = {
  encode: (choice: RuleMenuChoice, ruleId: string): string => `${choice}:${ruleId}`,
  decode: (value: string | undefined): { choice: RuleMenuChoice; ruleId: string } => {
    const [name, id = ''] = value?.split(':') ?? [];
    const choice = RULE_MENU.find((known) => known === name);
    if (!choice || !ID.test(id)) throw unknownRule();
    return { choice, ruleId: id };
  },
};

function unknownRule(): AppError {
  return new AppError('invalid', inWords('This rule is not known any more.'));
}
