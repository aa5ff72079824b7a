/** The buttons of a lead, wherever they are seen: on its card, in a nag, at home. */
import type { App } from '@slack/bolt';
import { claimLead, markContacted } from '../../../usecases/lead/claim-lead.ts';
import { prepareMove } from '../../../usecases/lead/load-lead-scene.ts';
import { prepareClose } from '../../../usecases/lead/prepare-close.ts';
import { LEAD, parseLeadId } from '../../action-ids.ts';
import { closeModal } from '../../views/lead/close-modal.ts';
import { qualifyModal } from '../../views/lead/qualify-modal.ts';
import { rejectModal } from '../../views/lead/reject-modal.ts';
import { type Click, type ListenerDeps, onClick } from '../edge/listen.ts';

export function registerLeadButtons(app: App, deps: ListenerDeps): void {
  onClick(app, deps, LEAD.claim, onClaim);
  onClick(app, deps, LEAD.contacted, onContacted);
  onClick(app, deps, LEAD.qualify, onQualify);
  onClick(app, deps, LEAD.reject, onReject);
  onClick(app, deps, LEAD.won, onWon);
  onClick(app, deps, LEAD.lost, onLost);
}

async function onClaim({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await claimLead(ctx, { leadId: parseLeadId(value), person });
}

async function onContacted({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await markContacted(ctx, { leadId: parseLeadId(value), person });
}

async function onQualify({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const scene = await prepareMove(ctx, { leadId: parseLeadId(value), person }, ['new', 'claimed']);
  const { lead, definition, settings } = scene;
  const { currency, timezone } = settings;
  await slack.openView(triggerId, qualifyModal({ lead, definition, currency, timezone }));
}

async function onReject({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const { lead, reasons } = await prepareMove(ctx, { leadId: parseLeadId(value), person }, [
    'new',
    'claimed',
  ]);
  await slack.openView(triggerId, rejectModal({ lead, reasons, chosen: null }));
}

function onWon(deps: ListenerDeps, click: Click): Promise<void> {
  return openClosing(deps, click, 'won');
}

function onLost(deps: ListenerDeps, click: Click): Promise<void> {
  return openClosing(deps, click, 'lost');
}

async function openClosing(
  { ctx, slack }: ListenerDeps,
  { person, value, triggerId }: Click,
  outcome: 'won' | 'lost',
): Promise<void> {
  const scene = await prepareClose(ctx, { leadId: parseLeadId(value), person });
  await slack.openView(triggerId, closeModal({ ...scene, outcome }));
}
