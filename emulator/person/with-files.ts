import { asObjects, asText } from '../json.ts';
import type { PageStateValues, SlackJson } from '../page-protocol.ts';
import type { Slack } from '../slack.ts';
import { fileJson } from '../wire/file-json.ts';
import { Refusal } from './refusal.ts';

/** The window knows an uploaded file by its id; the bot gets all that Slack knows of it. */
export function withFiles(slack: Slack, state: PageStateValues): PageStateValues {
  return Object.fromEntries(
    Object.entries(state).map(([blockId, values]) => [
      blockId,
      Object.fromEntries(
        Object.entries(values).map(([actionId, value]) => [actionId, valueWithFiles(slack, value)]),
      ),
    ]),
  );
}

function valueWithFiles({ workspace, baseUrl }: Slack, value: SlackJson): SlackJson {
  if (value.type !== 'file_input') return value;
  const files = asObjects(value.files).map((entry) => {
    const file = workspace.files.find(asText(entry.id));
    if (file === undefined) throw new Refusal('file_not_found', 'The file was not uploaded.');
    return fileJson(file, workspace.team.id, baseUrl());
  });
  return { ...value, files };
}
