/** The question whether two leads are one, wherever it is asked. */
import type { App } from '@slack/bolt';
import { keepLeadsApart, mergeLead } from '../../../usecases/lead/merge-leads.ts';
import { CAME_BACK, parseLeadId } from '../../action-ids.ts';
import { type Click, type ListenerDeps, onClick } from '../hear/listen.ts';

export function registerCameBack(app: App, deps: ListenerDeps): void {
  onClick(app, deps, CAME_BACK.merge, onMerge);
  onClick(app, deps, CAME_BACK.keepApart, onKeepApart);
}

async function onMerge({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await mergeLead(ctx, { leadId: parseLeadId(value), person });
}

async function onKeepApart({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await keepLeadsApart(ctx, { leadId: parseLeadId(value), person });
}
