import type { MessagePlace } from '../../domain/lead/message-place.ts';
import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';

/** Of `/lead` and of the message shortcut. The block ids carry the entryId besides, see `inEntry`. */
export const ENTRY_FIELD = {
  source: 'source',
  name: 'name',
  company: 'company',
  reach: 'reach',
  ticks: 'ticks',
  message: 'message',
  segment: 'segment',
  title: 'title',
  region: 'region',
  companySize: 'companySize',
  campaign: 'campaign',
  receivedAt: 'receivedAt',
} as const;

export const ENTRY_TICK = { hot: 'hot', claim: 'claim' } as const;

/** Slack keeps what was typed by the ids of block and element: a fresh form in the same window needs blocks of its own. */
export const inEntry = {
  encode: (field: string, entryId: string): string => `${field}/${entryId}`,
  decode: (blockId: string): string => blockId.split('/')[0] ?? blockId,
};

export interface EntryKey {
  entryId: string;
  channel: string;
}

/** The form of `/lead` carries which filling-in it is, and where it was opened. */
export const entryKey: Codec<EntryKey> = {
  encode: ({ entryId, channel }) => `${entryId}/${channel}`,
  decode: (text) => {
    const [entryId = '', channel = ''] = text.split('/');
    if (!ID.test(entryId) || !ID.test(channel))
      throw new AppError('invalid', inWords('This form is not known any more.'));
    return { entryId, channel };
  },
};

/** Where either of the two forms was opened; null where its key says nothing that we know. */
export function entryChannel(key: string): string | null {
  const parts = key.split('/');
  const channel = parts.length === 2 ? parts[1] : parts[0];
  return channel && ID.test(channel) ? channel : null;
}

const TS = /^\d{1,12}\.\d{1,8}$/;

/** The form of the message shortcut carries which message it is about. */
export const messageKey: Codec<MessagePlace> = {
  encode: ({ channel, ts, threadTs, domain }) => [channel, ts, threadTs, domain ?? ''].join('/'),
  decode: (text) => {
    const [channel = '', ts = '', threadTs = '', domain = ''] = text.split('/');
    if (!ID.test(channel) || !TS.test(ts) || !TS.test(threadTs)) {
      throw new AppError('invalid', inWords('This message is not known any more.'));
    }
    return { channel, ts, threadTs, domain: ID.test(domain) ? domain : null };
  },
};
