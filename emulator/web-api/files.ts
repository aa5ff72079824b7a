import { extname } from 'node:path';
import { postMessage } from '../happenings/post-message.ts';
import { asObjects, asText, type JsonObject } from '../json.ts';
import { checkFile, checkMessage } from '../validation/index.ts';
import { fileJson } from '../wire/file-json.ts';
import type { StoredFile } from '../workspace/files.ts';
import { mimetypeOf } from '../workspace/mimetype.ts';
import { invalidArguments } from './args.ts';
import { findConversation } from './find-conversation.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { refuseProblems, SlackError } from './slack-error.ts';

export const fileMethods: Methods = {
  'files.getUploadURLExternal': botMethod(reserve, { perMinute: TIER.four, scopes: ['files:write'] }),
  'files.completeUploadExternal': botMethod(complete, { perMinute: TIER.four, scopes: ['files:write'] }),
  'files.info': botMethod(info, { perMinute: TIER.four, scopes: ['files:read'] }),
};

function reserve({ slack, args }: Call): JsonObject {
  const name = args.required('filename');
  const length = args.integer('length', 0);
  refuseProblems(checkFile({ filename: name, length }));
  const id = slack.newId('F');
  const altText = args.text('alt_txt');
  slack.workspace.files.reserve({ id, name, length, ...(altText === '' ? {} : { altText }) });
  return { file_id: id, upload_url: `${slack.baseUrl()}upload/${id}` };
}

/** Shares into a channel too if one is named; as in Slack, the answer does not say which message that made. */
function complete(call: Call): JsonObject {
  const { slack, args } = call;
  const wanted = asObjects(args.json('files'));
  if (wanted.length === 0) throw invalidArguments('missing required field: files');
  const channel = args.has('channel_id') ? shareableChannel(call) : undefined;
  const files = wanted.map((entry) => finish(call, entry, channel));
  if (channel !== undefined) share(call, channel, files);
  return { files: files.map((file) => fileJson(file, slack.workspace.team.id, slack.baseUrl())) };
}

function finish({ slack }: Call, entry: JsonObject, channel: string | undefined): StoredFile {
  const { files, app } = slack.workspace;
  const slot = files.slot(asText(entry.id));
  if (slot?.content === undefined) throw new SlackError('file_not_found');
  return files.store({
    id: slot.id,
    name: slot.name,
    title: asText(entry.title) || slot.name,
    mimetype: mimetypeOf(extname(slot.name)),
    user: app.botUserId,
    content: slot.content,
    created: slack.clock.now(),
    channels: channel === undefined ? [] : [channel],
    ...(slot.altText === undefined ? {} : { altText: slot.altText }),
  });
}

function shareableChannel(call: Call): string {
  const conversation = findConversation(call, 'channel_id');
  if (!conversation.members.has(call.slack.workspace.app.botUserId)) throw new SlackError('not_in_channel');
  if (conversation.isArchived) throw new SlackError('is_archived');
  return conversation.id;
}

function share({ slack, args }: Call, channel: string, files: StoredFile[]): void {
  const { app } = slack.workspace;
  const text = args.text('initial_comment');
  const blocks = args.json('blocks');
  if (blocks !== undefined) refuseProblems(checkMessage({ text, blocks }));
  const threadTs = args.text('thread_ts');
  postMessage(slack, {
    channel,
    user: app.botUserId,
    botId: app.botId,
    text,
    subtype: 'file_share',
    fileIds: files.map((file) => file.id),
    ...(blocks === undefined ? {} : { blocks }),
    ...(threadTs === '' ? {} : { threadTs }),
  });
}

function info({ slack, args }: Call): JsonObject {
  const file = slack.workspace.files.find(args.required('file'));
  if (file === undefined) throw new SlackError('file_not_found');
  return { file: fileJson(file, slack.workspace.team.id, slack.baseUrl()), comments: [] };
}
