/** A lead goes to somebody: one that nobody has is assigned, one that somebody has is handed over. */
import { z } from 'zod';
import type { PersonId } from '../../../domain/team/actor.ts';
import { assignLead, handOverLead } from '../../../usecases/lead/assign-lead.ts';
import { loadAssignScene, prepareMove } from '../../../usecases/lead/load-lead-scene.ts';
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

/** Both are drawn alike when somebody is chosen, so one of them listens for both. */
export const assignForm = formFor(LEAD_MODAL.assign, assignLead, { redrawnBy: ASSIGN_FIELD.person });

export const handOverForm = formFor(LEAD_MODAL.handOver, handOverLead);

function formFor(
  callbackId: string,
  give: typeof assignLead,
  { redrawnBy }: { redrawnBy?: string } = {},
): FormListener {
  return onForm({
    ...(redrawnBy && { redrawnBy }),
    callbackId,
    key: leadKey,
    submit: async ({ ctx }, { person: by, key: leadId, values }) => {
      const { person: to, note } = read(values);
      await give(ctx, { leadId, person: by, to, note });
    },
    scene: ({ ctx }, { key: leadId, person, values }) =>
      loadAssignScene(ctx, {
        leadId,
        person,
        to: chosenPerson(values, ASSIGN_FIELD.person) as PersonId | null,
      }),
    draw: (scene, { notice }) => assignModal({ ...scene, notice }),
  });
}

const AssignValues = z.object({ person: ChosenPerson, note: z.string().nullable() });

function read(values: FormValues) {
  return checked(AssignValues, {
    person: chosenPerson(values, ASSIGN_FIELD.person),
    note: typed(values, ASSIGN_FIELD.note),
  });
}
