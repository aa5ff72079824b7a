/** What one click does with a lead, with nothing to fill in. */
import { reopenLead, undoMove } from '../../../usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../../usecases/lead/claim-lead.ts';
import { loadLeadScene } from '../../../usecases/lead/load-lead-scene.ts';
import { keepLeadsApart, mergeLead, splitLead } from '../../../usecases/lead/merge-leads.ts';
import { detailsModal } from '../../views/lead/details-modal.ts';
import type { LeadHandler } from './lead-click.ts';

export const onClaim: LeadHandler = ({ ctx }, click) => claimLead(ctx, click);

export const onContacted: LeadHandler = ({ ctx }, click) => markContacted(ctx, click);

export const onRelease: LeadHandler = ({ ctx }, click) => releaseLead(ctx, click);

export const onUndo: LeadHandler = ({ ctx }, click) => undoMove(ctx, click);

export const onReopen: LeadHandler = ({ ctx }, click) => reopenLead(ctx, click);

/** The question whether two leads are one. */
export const onMerge: LeadHandler = ({ ctx }, click) => mergeLead(ctx, click);

export const onKeepApart: LeadHandler = ({ ctx }, click) => keepLeadsApart(ctx, click);

export const onSplit: LeadHandler = ({ ctx }, click) => splitLead(ctx, click);

export const openDetails: LeadHandler = async ({ ctx, slack }, click) => {
  const { settings, reason, ...scene } = await loadLeadScene(ctx, click);
  const words = { reasonLabel: reason?.label ?? null, timezone: settings.timezone };
  await slack.openView(click.triggerId, detailsModal({ ...scene, ...words }));
};
