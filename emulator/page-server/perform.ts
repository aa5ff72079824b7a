import { deleteMessage } from '../happenings/delete-message.ts';
import type { PageAct, PageActResult } from '../page-protocol.ts';
import { clickInMessage, clickInView } from '../person/click.ts';
import { closeView } from '../person/close-view.ts';
import { runCommand } from '../person/command.ts';
import { openHome } from '../person/open-home.ts';
import type { Outcome, SubmitOutcome } from '../person/outcome.ts';
import { Refusal } from '../person/refusal.ts';
import { say } from '../person/say.ts';
import { useGlobalShortcut, useMessageShortcut } from '../person/shortcut.ts';
import { submitView } from '../person/submit-view.ts';
import { visibleConversation } from '../person/visible-conversation.ts';
import { visibleMessage } from '../person/visible-message.ts';
import type { Slack } from '../slack.ts';
import { switchFault } from './page-faults.ts';
import type { PageHost } from './page-host.ts';

const DONE: PageActResult = { ok: true };

/** An act on the page is the same as one by a test's hands. */
export async function perform(host: PageHost, act: PageAct): Promise<PageActResult> {
  const { slack } = host;
  const { user } = act;
  switch (act.kind) {
    case 'say':
      say(slack, user, act);
      return DONE;
    case 'command':
      return asResult(await runCommand(slack, user, act));
    case 'message_shortcut':
      return asResult(await useMessageShortcut(slack, user, act));
    case 'global_shortcut':
      return asResult(await useGlobalShortcut(slack, user, act.callbackId));
    case 'message_action':
      return asResult(await clickInMessage(slack, user, act));
    case 'view_action':
      return asResult(await clickInView(slack, user, act));
    case 'view_submit':
      return afterSubmit(await submitView(slack, user, act));
    case 'view_close':
      await closeView(slack, user, act);
      return DONE;
    case 'open_home':
      openHome(slack, user);
      return DONE;
    case 'mark_read':
      markRead(slack, user, act.channel);
      return DONE;
    case 'dismiss_ephemeral':
      dismiss(slack, user, act);
      return DONE;
    case 'control':
      return runControl(host, user, act.id);
    case 'fault':
      return switchFault(host.faults, act.id, act.active) ? DONE : unknown('fault', act.id);
  }
}

function asResult(outcome: Outcome): PageActResult {
  return outcome.acknowledged ? DONE : { ok: false, error: 'no_answer', message: outcome.warning };
}

function afterSubmit(outcome: SubmitOutcome): PageActResult {
  if (outcome.result === 'unanswered') return { ok: false, error: 'no_answer', message: outcome.warning };
  if (outcome.result !== 'errors') return DONE;
  const { errors } = outcome;
  return { ok: false, error: 'errors', message: 'Some fields need another look.', errors };
}

function markRead(slack: Slack, user: string, channel: string): void {
  const { id } = visibleConversation(slack, user, channel);
  const last = slack.workspace.messages.in(id).at(-1);
  if (last !== undefined) slack.workspace.readMarks.mark(user, id, last.ts);
}

function dismiss(slack: Slack, user: string, place: { channel: string; ts: string }): void {
  const message = visibleMessage(slack, user, place);
  if (message.onlyFor !== user) throw new Refusal('cant_delete_message', 'Everybody sees this message.');
  deleteMessage(slack, message);
}

async function runControl(host: PageHost, user: string, id: string): Promise<PageActResult> {
  const control = host.controls.find((one) => one.id === id);
  if (control === undefined) return unknown('control', id);
  const notice = await control.run(user);
  host.slack.changes.announce({ kind: 'workspace' });
  return notice === undefined ? DONE : { ok: true, notice };
}

function unknown(what: string, id: string): PageActResult {
  return { ok: false, error: `unknown_${what}`, message: `There is no ${what} ${id}.` };
}
