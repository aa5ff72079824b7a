/** Nothing is said twice, and what counts as said can be read. */
import { outboxIdOf, type Records } from '../records.ts';
import { repeated, type Violation, violations } from './violation.ts';

export function judgeMessages({ messages, outbox, places }: Records): Violation[] {
  const rows = new Map(outbox.map((row) => [row.id, row]));
  const keys = new Map(places.map(({ key, channel, ts }) => [`${channel} ${ts}`, key]));
  const keyAt = ({ channel, ts }: { channel: string; ts: string }) => keys.get(`${channel} ${ts}`);
  const standing = new Set(messages.map(({ channel, ts }) => `${channel} ${ts}`));
  const ofOutbox = messages.filter((message) => outboxIdOf(message) !== null);
  return [
    ...violations(
      'nothing is posted twice',
      repeated(ofOutbox.map(outboxIdOf)),
      (id) => `${rows.get(id ?? '')?.dedupeKey ?? id} stands there more than once`,
    ),
    ...violations(
      'each message is remembered as what it shows',
      ofOutbox.filter(
        (message) => keyAt(message) !== rows.get(outboxIdOf(message) ?? '')?.dedupeKey || !keyAt(message),
      ),
      ({ text, channel, ts }) => `${channel} ${ts} is remembered by nobody: ${text}`,
    ),
    ...violations(
      'what counts as sent can be read',
      outbox.filter(({ status, dedupeKey, kind }) => {
        const place = places.find(({ key }) => key === dedupeKey);
        return (
          status === 'sent' && kind !== 'home' && !(place && standing.has(`${place.channel} ${place.ts}`))
        );
      }),
      ({ dedupeKey }) => `${dedupeKey} counts as sent, and stands nowhere`,
    ),
  ];
}
