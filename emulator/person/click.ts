import type { JsonObject } from '../json.ts';
import type { PageStateValues, SlackJson } from '../page-protocol.ts';
import type { Slack } from '../slack.ts';
import { messageJson } from '../wire/message-json.ts';
import { viewJson } from '../wire/view-json.ts';
import { findElement } from '../workspace/blocks.ts';
import { isStateful, mergeState, stateValues } from '../workspace/element-state.ts';
import type { Message } from '../workspace/messages.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { basePayload, channelPayload, ofStep } from './payload.ts';
import { Refusal } from './refusal.ts';
import { visibleConversation } from './visible-conversation.ts';
import { visibleMessage } from './visible-message.ts';
import { visibleView } from './visible-view.ts';
import { withFiles } from './with-files.ts';

/** A click on a button, or a choice in a menu; `action` is the element's own payload. */
export interface Click {
  blockId: string;
  action: SlackJson;
  /** What else stands entered around it. */
  state: PageStateValues;
}

export async function clickInMessage(
  slack: Slack,
  user: string,
  click: Click & { channel: string; ts: string },
): Promise<Outcome> {
  const message = visibleMessage(slack, user, click);
  const action = actionPayload(slack, message.blocks, click);
  const state = mergeState(click.state, stateOf(click));
  const payload = {
    type: 'block_actions',
    ...basePayload(slack, user),
    ...whereInMessage(slack, user, message),
    ...ofStep(slack, user, message.stepRun),
    trigger_id: slack.triggers.issue(user, message.stepRun),
    state: { values: stateValues(message.blocks, state) },
    actions: [action],
  };
  return outcomeOf(await slack.bot.deliver({ kind: 'interactive', payload }));
}

export async function clickInView(
  slack: Slack,
  user: string,
  click: Click & { viewId: string },
): Promise<Outcome> {
  const view = visibleView(slack, user, click.viewId);
  const action = actionPayload(slack, view.blocks, click);
  view.entered = withFiles(slack, mergeState(mergeState(view.entered, click.state), stateOf(click)));
  const json = viewJson(slack.workspace, view);
  const payload = {
    type: 'block_actions',
    ...basePayload(slack, user),
    container: { type: 'view', view_id: view.id },
    ...ofStep(slack, user, view.stepRun),
    trigger_id: slack.triggers.issue(user, view.stepRun),
    view: json,
    state: json.state,
    actions: [action],
  };
  return outcomeOf(await slack.bot.deliver({ kind: 'interactive', payload }));
}

function whereInMessage(slack: Slack, user: string, message: Message): JsonObject {
  const { channel, ts, threadTs } = message;
  const isEphemeral = message.onlyFor !== undefined;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const target = { channel, user, messageTs: ts, ...(threadTs === undefined ? {} : { threadTs }) };
  const container = {
    type: 'message',
    message_ts: ts,
    channel_id: channel,
    is_ephemeral: isEphemeral,
    ...thread,
  };
  // Slack keeps no ephemeral message, so it can't send one along.
  const json = messageJson(slack.workspace, message, { withMetadata: true, baseUrl: slack.baseUrl() });
  return {
    container,
    channel: channelPayload(visibleConversation(slack, user, channel)),
    response_url: slack.responseUrls.issue(target),
    ...(isEphemeral ? {} : { message: json }),
  };
}

/** What of the element itself goes along with the person's choice. */
const CARRIED = ['type', 'action_id', 'text', 'value', 'style', 'placeholder', 'confirm', 'initial_option'];

function actionPayload(slack: Slack, blocks: SlackJson[], { blockId, action }: Click): JsonObject {
  const placed = findElement(blocks, blockId, String(action.action_id));
  if (placed === undefined || placed.element.type !== action.type) {
    throw new Refusal(
      'no_such_element',
      `There is no ${action.type} ${String(action.action_id)} in ${blockId}.`,
    );
  }
  const carried = CARRIED.filter((key) => placed.element[key] !== undefined);
  const own = Object.fromEntries(carried.map((key) => [key, placed.element[key]]));
  return { ...action, ...own, block_id: blockId, action_ts: slack.workspace.newTs() };
}

function stateOf({ blockId, action }: Click): PageStateValues {
  if (!isStateful(action.type)) return {};
  const { action_id: actionId, block_id: _block, ...value } = action;
  return { [blockId]: { [String(actionId)]: value as SlackJson } };
}
