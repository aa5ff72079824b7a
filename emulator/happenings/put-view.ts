import { asText, isObject, type JsonObject } from '../json.ts';
import type { PageStateValues, SlackJson } from '../page-protocol.ts';
import type { Slack } from '../slack.ts';
import { interactiveElements, withIds } from '../workspace/blocks.ts';
import type { View } from '../workspace/views.ts';

/** A checked view from the bot becomes one on a person's screen. */
export function makeView(
  slack: Slack,
  json: JsonObject,
  place: { user: string; stepRun?: string; below?: View },
): View {
  const id = slack.newId('V');
  const stepRun = place.stepRun ?? place.below?.stepRun;
  return {
    id,
    user: place.user,
    rootId: place.below?.rootId ?? id,
    previousId: place.below?.id ?? null,
    entered: {},
    ...(stepRun === undefined ? {} : { stepRun }),
    ...contentOf(slack, json),
  };
}

/** New content in the same place; what was entered stays where block_id and action_id do. */
export function replaceView(slack: Slack, view: View, json: JsonObject): void {
  const content = contentOf(slack, json);
  Object.assign(view, content, { entered: stillEntered(view.entered, content.blocks) });
}

function contentOf(slack: Slack, json: JsonObject) {
  return {
    hash: `${slack.workspace.newTs()}.${slack.newId('h')}`,
    type: json.type === 'home' ? ('home' as const) : ('modal' as const),
    callbackId: asText(json.callback_id),
    externalId: asText(json.external_id),
    privateMetadata: asText(json.private_metadata),
    title: isObject(json.title) ? json.title : { type: 'plain_text', text: 'View Title', emoji: true },
    submit: isObject(json.submit) ? json.submit : null,
    close: isObject(json.close) ? json.close : null,
    blocks: withIds(json.blocks, slack.newId),
    clearOnClose: json.clear_on_close === true,
    notifyOnClose: json.notify_on_close === true,
  };
}

function stillEntered(entered: PageStateValues, blocks: SlackJson[]): PageStateValues {
  const kept: PageStateValues = {};
  for (const { blockId, element } of interactiveElements(blocks)) {
    const actionId = String(element.action_id);
    const value = entered[blockId]?.[actionId];
    if (value !== undefined && value.type === element.type)
      kept[blockId] = { ...kept[blockId], [actionId]: value };
  }
  return kept;
}
