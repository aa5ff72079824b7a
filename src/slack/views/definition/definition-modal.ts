import type { ModalView } from '@slack/types';
import { criteriaText } from '../../../domain/definition/criteria.ts';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { Proposal } from '../../../domain/definition/proposal.ts';
import { DEFINITION, DEFINITION_FIELD } from '../../action-ids.ts';
import { context, input, type TangoBlock } from '../kit/blocks.ts';
import { personSelect, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { person } from '../kit/text.ts';

export interface DefinitionModalScene {
  current: Definition;
  /** Waits for signatures, and would be replaced. */
  open: Proposal | null;
  notice?: string | undefined;
}

/** A proposal begins with what counts now, or with what is proposed already. */
export function definitionModal({ current, open, notice }: DefinitionModalScene): ModalView {
  return modal({
    callbackId: DEFINITION.modal,
    title: 'What is “qualified”?',
    submit: 'Propose',
    blocks: [
      ...movedNotice(notice),
      context(standing({ current, open })),
      input({
        blockId: DEFINITION_FIELD.criteria,
        label: 'Criteria',
        hint: 'One a line, ten at most. A star in front makes it required: * Fits our market',
        element: textInput({
          action: DEFINITION_FIELD.criteria,
          initial: criteriaText((open ?? current).criteria),
          multiline: true,
          maxLength: 1000,
        }),
      }),
      signer('marketing', 'Who signs for marketing?'),
      signer('sales', 'Who signs for sales?'),
      context(
        'It counts once one person of each side has signed. Leads that are qualified already keep their version.',
      ),
    ],
  });
}

function standing({ current, open }: DefinitionModalScene): string {
  if (open)
    return `${person(open.proposedBy)} has proposed version ${open.version}; a new one takes its place.`;
  return `Version ${current.version} counts now.`;
}

function signer(side: 'marketing' | 'sales', label: string): TangoBlock {
  const element = personSelect({ action: DEFINITION_FIELD[side], placeholder: 'Anybody of that side' });
  return input({ blockId: DEFINITION_FIELD[side], label, optional: true, element });
}
