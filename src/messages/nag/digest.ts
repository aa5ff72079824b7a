import { messageKey, type RefOf } from '../../domain/announcement.ts';
import { dayFor } from '../../domain/team/person.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { nagDigest } from '../../slack/views/nag/nag-digest.ts';
import { listDigest } from '../../store/nag/receipt.ts';
import type { TeamReading } from '../reading.ts';
import { listedByNags } from './listed.ts';
import { ofDay } from './newer.ts';

/** Null when all that it would say has been done before it was posted; afterwards it says so. */
export async function renderNagDigest(
  reading: TeamReading,
  ref: RefOf<'nag_digest'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const { person, day } = ref;
  const draw = async () => {
    const nags = await listDigest(tx, { person, day, how: 'digest' });
    const all = await listedByNags(reading, nags, (lead) => leadFor(person, lead, settings));
    const entries = all.filter(({ promise }) => promise !== null);
    return entries.length > 0 ? nagDigest({ entries, timezone: settings.timezone, now }) : null;
  };
  return ofDay(reading, {
    key: messageKey('nag_digest', ref),
    today: messageKey('nag_digest', { person, day: dayFor(person, settings, now) }),
    draw,
    over: () => nagDigest({ entries: [], timezone: settings.timezone, now }),
  });
}
