/** A lead goes to somebody: one that nobody has is assigned, one that somebody has is handed over. */
import { z } from 'zod';
import { assignLead, handOverLead } from '../../../usecases/lead/assign-lead.ts';
import { loadVerdictScene, prepareMove } from '../../../usecases/lead/load-lead-scene.ts';
import { ASSIGN_FIELD, LEAD_MODAL, leadKey } from '../../action-ids.ts';
import { assignModal } from '../../views/lead/assign-modal.ts';
import { ChosenPerson, checked } from '../edge/checked.ts';
import { chosenPerson, type FormValues, typed } from '../edge/form-values.ts';
import { type FormListener, onForm } from '../edge/on-form.ts';
import type { LeadHandler } from './lead-click.ts';

/** Which of the two it is depends on the lead. */
export const openAssign: LeadHandler = async ({ ctx, slack }, click) => {
  const { lead } = await prepareMove(ctx, click, {
    states: ['new', 'claimed', 'qualified'],
    what: 'hand_over',
  });
  await slack.openView(click.triggerId, assignModal({ lead }));
};

export const assignForm = formFor(LEAD_MODAL.assign, assignLead);

export const handOverForm = formFor(LEAD_MODAL.handOver, handOverLead);

function formFor(callbackId: string, give: typeof assignLead): FormListener {
  return onForm({
    callbackId,
    key: leadKey,
    submit: async ({ ctx }, { person: by, key: leadId, values }) => {
      const { person: to, note } = read(values);
      await give(ctx, { leadId, person: by, to, note });
    },
    scene: ({ ctx }, { key: leadId, person }) => loadVerdictScene(ctx, { leadId, person }),
    draw: ({ lead }, { notice }) => assignModal({ lead, notice }),
  });
}

const AssignValues = z.object({ person: ChosenPerson, note: z.string().nullable() });

function read(values: FormValues) {
  return checked(AssignValues, {
    person: chosenPerson(values, ASSIGN_FIELD.person),
    note: typed(values, ASSIGN_FIELD.note),
  });
}
