/** Which message in Slack shows what: by the announcement's dedupe key. Kept for as long as the message may be edited or answered. */
import { prepared } from '../prepared.ts';
import type { Tx } from '../transaction.ts';

export interface PostedMessage {
  channel: string;
  ts: string;
}

const selectMessage = prepared<{ key: string }, PostedMessage>(({ sql, values }) =>
  sql.selectFrom('slackMessage').select(['channel', 'ts']).where('key', '=', values.key),
);

export async function findPostedMessage(tx: Tx, key: string): Promise<PostedMessage | null> {
  const [row] = await selectMessage(tx, { key });
  return row ?? null;
}

/** For messages that people act on in Slack's own menus: what does this one show? */
export async function findMessageKey(tx: Tx, message: PostedMessage): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('slackMessage')
    .select('key')
    .where('channel', '=', message.channel)
    .where('ts', '=', message.ts)
    .executeTakeFirst();
  return row?.key ?? null;
}

interface Remembered {
  key: string;
  message: PostedMessage;
  now: number;
}

export async function upsertPostedMessage(tx: Tx, { key, message, now }: Remembered): Promise<void> {
  const place = { channel: message.channel, ts: message.ts, postedAt: now };
  await tx.sql
    .insertInto('slackMessage')
    .values({ key, ...place })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(place))
    .execute();
}

/** Slack no longer has it, or no longer lets us edit it. */
export async function deletePostedMessage(tx: Tx, key: string): Promise<void> {
  await tx.sql.deleteFrom('slackMessage').where('key', '=', key).execute();
}
