import { asObject, asObjects } from '../json.ts';
import type { SlackJson } from '../page-protocol.ts';
import type { Slack } from '../slack.ts';
import { viewJson } from '../wire/view-json.ts';
import { findElement } from '../workspace/blocks.ts';
import { basePayload } from './payload.ts';
import { Refusal } from './refusal.ts';
import { visibleView } from './visible-view.ts';

/** What the bot offers while a person types into an external select; nothing where it does not answer. */
export async function suggestOptions(
  slack: Slack,
  user: string,
  typed: { viewId: string; blockId: string; actionId: string; value: string },
): Promise<SlackJson[]> {
  const view = visibleView(slack, user, typed.viewId);
  if (findElement(view.blocks, typed.blockId, typed.actionId) === undefined) {
    throw new Refusal('no_such_element', `There is no ${typed.actionId} in ${typed.blockId}.`);
  }
  const payload = {
    type: 'block_suggestion',
    ...basePayload(slack, user),
    container: { type: 'view', view_id: view.id },
    view: viewJson(slack.workspace, view),
    block_id: typed.blockId,
    action_id: typed.actionId,
    value: typed.value,
  };
  const answer = await slack.bot.deliver({ kind: 'interactive', payload });
  if (!answer.acknowledged) return [];
  const body = asObject(answer.body);
  const groups = asObjects(body.option_groups).flatMap((group) => asObjects(group.options));
  return [...asObjects(body.options), ...groups] as SlackJson[];
}
