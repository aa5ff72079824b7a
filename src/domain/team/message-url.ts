import type { Settings } from './settings.ts';

interface PostedAt {
  channel: string;
  ts: string;
}

/**
 * Where a message is in Slack, for whoever may read the channel: the form of chat.getPermalink, made without asking. `threadTs`: of the message
 * that it answers. Null: we do not know yet in which workspace we are.
 */
export function messageUrl(
  { workspace }: Pick<Settings, 'workspace'>,
  { channel, ts }: PostedAt,
  threadTs?: string,
): string | null {
  const { url } = workspace ?? {};
  if (!url || !URL.canParse(url)) return null;
  const { origin } = new URL(url);
  const thread = threadTs ? `?thread_ts=${threadTs}&cid=${channel}` : '';
  return `${origin}/archives/${channel}/p${ts.replace('.', '')}${thread}`;
}
