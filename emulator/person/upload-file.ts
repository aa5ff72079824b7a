import { extname } from 'node:path';
import type { Slack } from '../slack.ts';
import type { StoredFile } from '../workspace/files.ts';
import { mimetypeOf } from '../workspace/mimetype.ts';

/** A person drops a file into a `file_input`. */
export function uploadFile(
  { workspace, clock, newId }: Slack,
  user: string,
  file: { name: string; content: Buffer; mode?: StoredFile['mode'] },
): StoredFile {
  return workspace.files.store({
    id: newId('F'),
    name: file.name,
    title: file.name,
    mimetype: mimetypeOf(extname(file.name)),
    user,
    content: file.content,
    created: clock.now(),
    channels: [],
    ...(file.mode === undefined ? {} : { mode: file.mode }),
  });
}
