/** The ⋯ menu of a lead, and the modals that it opens. */
import type { App, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { LeadId } from '../../../domain/lead/lead.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { dayIn } from '../../../domain/time/day.ts';
import { DAY } from '../../../domain/time/duration.ts';
import {
  assignLead,
  handOverLead,
  reopenLead,
  snoozeLead,
  undoMove,
} from '../../../usecases/lead/assign-lead.ts';
import { releaseLead } from '../../../usecases/lead/claim-lead.ts';
import { loadLeadScene, loadVerdictScene, prepareMove } from '../../../usecases/lead/load-lead-scene.ts';
import { mendLead, prepareMending } from '../../../usecases/lead/mend-lead.ts';
import { splitLead } from '../../../usecases/lead/merge-leads.ts';
import {
  ASSIGN_FIELD,
  LEAD,
  LEAD_MODAL,
  leadMenuValue,
  MEND_FIELD,
  parseLeadId,
  SNOOZE_FIELD,
} from '../../action-ids.ts';
import { assignModal } from '../../views/lead/assign-modal.ts';
import { detailsModal } from '../../views/lead/details-modal.ts';
import { mendModal } from '../../views/lead/mend-modal.ts';
import { snoozeModal } from '../../views/lead/snooze-modal.ts';
import { chosenDate, chosenPerson, refusalResponse, typed } from '../edge/form.ts';
import { type Click, type ListenerDeps, onClick, onSubmit, type Submission } from '../edge/listen.ts';

export function registerLeadMenu(app: App, deps: ListenerDeps): void {
  onClick(app, deps, LEAD.menu, onMenu);
  onClick(app, deps, LEAD.mend, onMend);
  onClick(app, deps, LEAD.show, onShow);
  onSubmit(app, deps, LEAD_MODAL.assign, onPassOnSubmitted(assignLead));
  onSubmit(app, deps, LEAD_MODAL.handOver, onPassOnSubmitted(handOverLead));
  onSubmit(app, deps, LEAD_MODAL.snooze, onSnoozeSubmitted);
  onSubmit(app, deps, LEAD_MODAL.mend, onMendSubmitted);
}

async function onMenu({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const { choice, leadId } = leadMenuValue.decode(value);
  const input = { leadId, person };
  const open = async (view: Promise<ModalView>) => void (await slack.openView(triggerId, await view));
  switch (choice) {
    case 'release':
      return void (await releaseLead(ctx, input));
    case 'undo':
      return void (await undoMove(ctx, input));
    case 'split':
      return void (await splitLead(ctx, input));
    case 'reopen':
      return void (await reopenLead(ctx, input));
    case 'assign':
    case 'hand_over':
      return open(passOnView({ ctx }, input));
    case 'snooze':
      return open(snoozeView({ ctx }, input));
    case 'mend':
      return open(mendView({ ctx }, input));
    case 'details':
      return open(detailsView({ ctx }, input));
    default:
      choice satisfies never;
  }
}

type Ctx = Pick<ListenerDeps, 'ctx'>;
interface Input {
  leadId: LeadId;
  person: PersonId;
}

async function onMend({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const view = await mendView({ ctx }, { leadId: parseLeadId(value), person });
  await slack.openView(triggerId, view);
}

async function onShow({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  await slack.openView(triggerId, await detailsView({ ctx }, { leadId: parseLeadId(value), person }));
}

async function passOnView({ ctx }: Ctx, input: Input): Promise<ModalView> {
  return assignModal(await prepareMove(ctx, input, ['new', 'claimed', 'qualified']));
}

async function snoozeView({ ctx }: Ctx, input: Input): Promise<ModalView> {
  const { lead, settings } = await prepareMove(ctx, input, ['new', 'claimed', 'qualified']);
  return snoozeModal({ lead, tomorrow: dayIn(settings.timezone, ctx.clock.now() + DAY) });
}

async function mendView({ ctx }: Ctx, input: Input): Promise<ModalView> {
  const { lead, reason } = await prepareMending(ctx, input);
  return mendModal({ lead, reasonLabel: reason?.label ?? null });
}

async function detailsView({ ctx }: Ctx, input: Input): Promise<ModalView> {
  const { lead, history, merged, settings, reason, showsContact } = await loadLeadScene(ctx, input);
  const reasonLabel = reason?.label ?? null;
  return detailsModal({ lead, history, merged, reasonLabel, timezone: settings.timezone, showsContact });
}

function onPassOnSubmitted(passOn: typeof assignLead) {
  return async ({ ctx }: ListenerDeps, submission: Submission): Promise<ViewResponseAction | null> => {
    const { person, privateMetadata, values } = submission;
    const leadId = parseLeadId(privateMetadata);
    const to = (chosenPerson(values, ASSIGN_FIELD.person) ?? '') as PersonId;
    try {
      await passOn(ctx, { leadId, person, to, note: typed(values, ASSIGN_FIELD.note) });
      return null;
    } catch (refusal) {
      const { lead } = await loadVerdictScene(ctx, leadId);
      return refusalResponse(refusal, { values, again: (notice) => assignModal({ lead, notice }) });
    }
  };
}

async function onSnoozeSubmitted(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const leadId = parseLeadId(privateMetadata);
  const date = chosenDate(values, SNOOZE_FIELD.date) ?? '';
  try {
    await snoozeLead(ctx, { leadId, person, date });
    return null;
  } catch (refusal) {
    const { lead } = await loadVerdictScene(ctx, leadId);
    const again = (notice: string) => snoozeModal({ lead, tomorrow: date, notice });
    return refusalResponse(refusal, { values, again });
  }
}

async function onMendSubmitted(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const leadId = parseLeadId(privateMetadata);
  const mended = {
    name: typed(values, MEND_FIELD.name),
    title: typed(values, MEND_FIELD.title),
    company: typed(values, MEND_FIELD.company),
    email: typed(values, MEND_FIELD.email),
    phone: typed(values, MEND_FIELD.phone),
  };
  try {
    await mendLead(ctx, { leadId, person, mended });
    return null;
  } catch (refusal) {
    const { lead, reason } = await loadLeadScene(ctx, { leadId, person });
    const again = (notice: string) => mendModal({ lead, reasonLabel: reason?.label ?? null, notice });
    return refusalResponse(refusal, { values, again });
  }
}
