import type {
  PageAct,
  PageActResult,
  PageFile,
  PageHome,
  PageMessages,
  PageViews,
  PageWorkspace,
} from '../../page-protocol.ts';
import type { Json } from './slack-json.ts';

const ROOT = '/page/api';

export const readWorkspace = (user: string): Promise<PageWorkspace> => read('workspace', { user });

export const readMessages = (query: {
  user: string;
  channel: string;
  thread?: string;
  before?: string;
}): Promise<PageMessages> => read('messages', query);

export const readViews = (user: string): Promise<PageViews> => read('views', { user });

export const readHome = (user: string): Promise<PageHome> => read('home', { user });

export async function readOptions(query: {
  user: string;
  viewId: string;
  blockId: string;
  actionId: string;
  value: string;
}): Promise<Json[]> {
  return (await read<{ options: Json[] }>('options', query)).options;
}

/** Never rejects: a server that cannot be reached is an answer too, shown where the person clicked. */
export async function act(what: PageAct): Promise<PageActResult> {
  try {
    const response = await fetch(`${ROOT}/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(what),
    });
    const answer: PageActResult = await response.json();
    return 'ok' in answer
      ? answer
      : { ok: false, error: 'failed', message: 'That did not work.', ...(answer as object) };
  } catch {
    return { ok: false, error: 'unreachable', message: 'The workspace cannot be reached right now.' };
  }
}

export async function upload(user: string, file: File): Promise<PageFile> {
  const response = await fetch(`${ROOT}/upload?${new URLSearchParams({ user, name: file.name })}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  return answerOf<PageFile>(response);
}

async function read<T>(what: string, query: Record<string, string>): Promise<T> {
  return answerOf<T>(await fetch(`${ROOT}/${what}?${new URLSearchParams(query)}`));
}

async function answerOf<T>(response: Response): Promise<T> {
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  throw new Error(answer?.message ?? `The workspace answered ${response.status}.`);
}
