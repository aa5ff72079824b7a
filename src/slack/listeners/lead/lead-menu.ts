/** The ⋯ menu of a lead, and the modals that it opens. */
import type { App, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { LeadId } from '../../../domain/lead/lead.ts';
import type { PersonId } from '../../../domain/team/people.ts';
import { dayIn } from '../../../domain/time/day.ts';
import { DAY } from '../../../domain/time/duration.ts';
import { releaseLead } from '../../../usecases/lead/claim-lead.ts';
import { mendLead, prepareMending } from '../../../usecases/lead/mend-lead.ts';
import { splitLead } from '../../../usecases/lead/merge-leads.ts';
import {
  assignLead,
  handOverLead,
  reopenLead,
  snoozeLead,
  undoMove,
} from '../../../usecases/lead/pass-on-lead.ts';
import { prepareMove, verdictScene, viewLead } from '../../../usecases/lead/view-lead.ts';
import {
  LEAD,
  LEAD_MODAL,
  leadMenuValue,
  MEND_FIELD,
  PASS_ON_FIELD,
  parseLeadId,
  SNOOZE_FIELD,
} from '../../action-ids.ts';
import { detailsModal } from '../../views/lead/details-modal.ts';
import { mendModal } from '../../views/lead/mend-modal.ts';
import { passOnModal } from '../../views/lead/pass-on-modal.ts';
import { snoozeModal } from '../../views/lead/snooze-modal.ts';
import { chosenDate, chosenPerson, refusalResponse, typed } from '../hear/form.ts';
import { type Click, type ListenerDeps, onClick, onSubmit, type Submission } from '../hear/listen.ts';

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
  return passOnModal(await prepareMove(ctx, input, ['new', 'claimed', 'qualified']));
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
  const { lead, history, merged, settings, reason, showsContact } = await viewLead(ctx, input);
  const reasonLabel = reason?.label ?? null;
  return detailsModal({ lead, history, merged, reasonLabel, timezone: settings.timezone, showsContact });
}

function onPassOnSubmitted(passOn: typeof assignLead) {
  return async ({ ctx }: ListenerDeps, submission: Submission): Promise<ViewResponseAction | null> => {
    const { person, privateMetadata, values } = submission;
    const leadId = parseLeadId(privateMetadata);
    const to = (chosenPerson(values, PASS_ON_FIELD.person) ?? '') as PersonId;
    try {
      await passOn(ctx, { leadId, person, to, note: typed(values, PASS_ON_FIELD.note) });
      return null;
    } catch (refusal) {
      const { lead } = await verdictScene(ctx, leadId);
      return refusalResponse(refusal, { values, again: (notice) => passOnModal({ lead, notice }) });
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
    const { lead } = await verdictScene(ctx, leadId);
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
    const { lead, reason } = await viewLead(ctx, { leadId, person });
    const again = (notice: string) => mendModal({ lead, reasonLabel: reason?.label ?? null, notice });
    return refusalResponse(refusal, { values, again });
  }
}
