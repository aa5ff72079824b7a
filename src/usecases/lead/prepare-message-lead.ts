import { decodeKey } from '../../domain/announcement.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { type MessagePlace, messageExternalId } from '../../domain/lead/message-place.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { findDelivered } from '../../store/lead/delivered.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findMessageKey } from '../../store/outbox/posted-message.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { prepareEntryIn } from './prepare-entry.ts';

export interface MessageDraft {
  /** It is a lead already: there is nothing to fill in. */
  known: Lead | null;
  source: string;
  /** Of a date that names no zone. */
  timezone: string;
}

/** Where nobody says otherwise. */
const SOURCE = 'Slack';

/** What the form of "Make this a lead" begins with; what stands in the message is for its door to read. */
export function prepareMessageLead(
  ctx: Context,
  { person, place }: { person: PersonId; place: MessagePlace },
): Promise<MessageDraft> {
  return perform(ctx, person, async (work) => {
    const id = await findLeadOfMessage(work.tx, place);
    const known = id && (await findLead(work.tx, id));
    const { source, timezone } = await prepareEntryIn(work, { person, channel: place.channel });
    return { known, source: source ?? SOURCE, timezone };
  });
}

/** The lead that was made from it, or whose card it is. */
export async function findLeadOfMessage(tx: Tx, place: MessagePlace): Promise<LeadId | null> {
  const card = decodeKey('lead_card', (await findMessageKey(tx, place)) ?? '');
  if (card) return card.leadId;
  const [made] = await findDelivered(tx, [messageExternalId(place)]);
  return made?.id ?? null;
}
