/** What one click does to a lead, with nothing to fill in. */
import { reopenLead, undoMove } from '../../../usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../../usecases/lead/claim-lead.ts';
import { keepLeadsApart, mergeLead, splitLead } from '../../../usecases/lead/merge-leads.ts';
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
