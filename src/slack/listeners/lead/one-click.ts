/** What one click does with a lead, with nothing to fill in. */
import type { ModalView } from '@slack/types';
import type { LeadId } from '../../../domain/lead/lead.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { reopenLead, undoMove, wakeLead } from '../../../usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../../usecases/lead/claim-lead.ts';
import { loadLeadScene } from '../../../usecases/lead/load-lead-scene.ts';
import { keepLeadsApart, mergeLead, splitLead } from '../../../usecases/lead/merge-leads.ts';
import { detailsPage, repeatIn } from '../../action-ids.ts';
import { detailsModal } from '../../views/lead/details-modal.ts';
import type { Click } from '../edge/click.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import type { LeadHandler } from './lead-click.ts';

export const onClaim: LeadHandler = ({ ctx }, click) => claimLead(ctx, click);

export const onContacted: LeadHandler = ({ ctx }, click) => markContacted(ctx, click);

export const onRelease: LeadHandler = ({ ctx }, click) => releaseLead(ctx, click);

export const onUndo: LeadHandler = ({ ctx }, click) => undoMove(ctx, click);

export const onWake: LeadHandler = ({ ctx }, click) => wakeLead(ctx, click);

export const onReopen: LeadHandler = ({ ctx }, click) => reopenLead(ctx, click);

/** The question whether two leads are one. */
export const onMerge: LeadHandler = ({ ctx }, click) => mergeLead(ctx, click);

export const onKeepApart: LeadHandler = ({ ctx }, click) => keepLeadsApart(ctx, click);

export const onSplit: LeadHandler = ({ ctx }, click) => splitLead(ctx, click);

export const openDetails: LeadHandler = async (deps, click) => {
  await deps.slack.openView(click.triggerId, await detailsPageOf(deps, click, 0));
};

export async function turnDetails(deps: ListenerDeps, { person, value, modal }: Click): Promise<void> {
  const { leadId, page } = detailsPage.decode(value);
  if (modal) await deps.slack.updateView(modal.id, await detailsPageOf(deps, { leadId, person }, page));
}

/** What was counted as said again is a lead of its own after all: the list that shows it goes on without it. */
export async function onTakeOut(deps: ListenerDeps, { person, value, modal }: Click): Promise<void> {
  const { leadId, page, repeatId } = repeatIn.decode(value);
  await splitLead(deps.ctx, { leadId: repeatId, person });
  if (modal) await deps.slack.updateView(modal.id, await detailsPageOf(deps, { leadId, person }, page));
}

async function detailsPageOf(
  { ctx }: ListenerDeps,
  who: { leadId: LeadId; person: PersonId },
  page: number,
): Promise<ModalView> {
  const { settings, reason, ...scene } = await loadLeadScene(ctx, who);
  const words = { reasonLabel: reason?.label ?? null, timezone: settings.timezone };
  return detailsModal({ ...scene, ...words, page });
}
