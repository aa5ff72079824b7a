/** The question whether two leads are one, wherever it is asked. */
import type { App } from '@slack/bolt';
import { keepLeadsApart, mergeLead } from '../../../usecases/lead/merge-leads.ts';
import { MATCH, parseLeadId } from '../../action-ids.ts';
import { type Click, type ListenerDeps, onClick } from '../edge/listen.ts';

export function registerMatch(app: App, deps: ListenerDeps): void {
  onClick(app, deps, MATCH.merge, onMerge);
  onClick(app, deps, MATCH.keepApart, onKeepApart);
}

async function onMerge({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await mergeLead(ctx, { leadId: parseLeadId(value), person });
}

async function onKeepApart({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await keepLeadsApart(ctx, { leadId: parseLeadId(value), person });
}
