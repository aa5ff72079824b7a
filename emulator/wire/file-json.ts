import { extname } from 'node:path';
import type { JsonObject } from '../json.ts';
import type { StoredFile } from '../workspace/files.ts';

export function fileJson(file: StoredFile, teamId: string, baseUrl: string): JsonObject {
  const url = `${baseUrl}files-pri/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: Math.floor(file.created / 1000),
    timestamp: Math.floor(file.created / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: extname(file.name).slice(1) || 'binary',
    pretty_type: extname(file.name).slice(1).toUpperCase(),
    user: file.user,
    user_team: teamId,
    editable: false,
    size: file.content.length,
    mode: file.mode ?? 'hosted',
    is_external: file.mode === 'external',
    is_public: false,
    file_access: 'visible',
    channels: file.channels,
    groups: [],
    ims: [],
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
    url_private: url,
    url_private_download: `${url}?download=1`,
    permalink: `${baseUrl}files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
  };
}
