import { decodeRef, kindsAt } from '../../domain/announcement.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { channelAt, PLACES, targetOf, targetsOf } from '../../domain/team/place.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { teamChannels } from '../../domain/team/sharing.ts';
import { updateCardChannel } from '../../store/lead/card.ts';
import { redirectWaiting } from '../../store/outbox/repost.ts';
import { clearTrouble, destinationSubject, lookSubject, unnamedSubject } from '../../store/outbox/trouble.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import { announceHomes } from '../home/announce-homes.ts';
import type { Work } from '../work.ts';

/**
 * Other channels were chosen, or the first: what waits to be posted goes there, in the transaction of the choice. What stands in a channel
 * that is left follows (move-cards).
 */
export async function redirectAll(work: Work, before: Settings, after: Settings): Promise<void> {
  await rememberPlaces(work, before);
  for (const place of PLACES) {
    const [from, to] = [targetOf(before, place), targetOf(after, place)];
    if (from === to) continue;
    const kinds = kindsAt(place);
    const redirected = await redirectWaiting(work.tx, { from, to, kinds });
    const cards = redirected.flatMap(({ kind, ref }) =>
      kind === 'lead_card' ? [decodeRef(kind, ref).leadId] : [],
    );
    await updateCardChannels(work, cards, to);
    if (channelAt(to) !== null) await clearTrouble(work.tx, unnamedSubject(place));
    if (!teamChannels(after).includes(from)) await forgetTroubles(work, from);
    work.tx.wake('places');
    await announceHomes(work, after.managers);
  }
}

/** Where everything stands, as long as nobody has written it down. */
async function rememberPlaces({ tx, now }: Work, settings: Settings): Promise<void> {
  if ((await findAppliedRules(tx, 'places_followed')) !== null) return;
  await recordAppliedRules(tx, 'places_followed', { rules: JSON.stringify(targetsOf(settings)), now });
}

const BATCH = 500;

async function updateCardChannels({ tx }: Work, leadIds: readonly LeadId[], to: string): Promise<void> {
  for (let at = 0; at < leadIds.length; at += BATCH)
    await updateCardChannel(tx, leadIds.slice(at, at + BATCH), to);
}

/** Nobody waits for that channel any more. */
async function forgetTroubles({ tx }: Work, channel: string): Promise<void> {
  await clearTrouble(tx, destinationSubject(channel));
  await clearTrouble(tx, lookSubject(channel));
}
