import { announcement, type RefOf } from '../../domain/announcement.ts';
import { HERE } from '../../domain/nag/receipt.ts';
import { ruleOf } from '../../domain/promise/kinds.ts';
import { leadFor, leadIn } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { nagView } from '../../slack/views/nag/nag.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findNag } from '../../store/nag/nag.ts';
import { findRecipients } from '../../store/nag/receipt.ts';
import { findRunningPromises } from '../../store/promise/promise.ts';
import { renderMovedOn, urlOfCard } from '../lead/moved-on.ts';
import type { TeamReading } from '../reading.ts';
import { stillWaits } from './listed.ts';

/** Null when somebody has touched the lead before it was said; afterwards it says what became of it. */
export async function renderNag(reading: TeamReading, ref: RefOf<'nag'>): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const nag = await findNag(tx, ref.nagId);
  const found = nag && (await findLead(tx, nag.leadId));
  const step = nag && ruleOf(nag.promise).steps.find((each) => each.step === nag.step);
  if (!nag || !found || !step) return null;
  // To whom it was said, though they may not have the lead any more.
  const [owner] = step.how === 'dm' ? await findRecipients(tx, nag.id) : [];
  const lead =
    owner && owner !== HERE ? leadFor(owner, found, settings) : leadIn(found.cardChannel, found, settings);
  const promise = stillWaits(nag, await findRunningPromises(tx, lead.id));
  if (promise) {
    const url = await urlOfCard(reading, lead);
    return nagView({ step, lead, promise, url, timezone: settings.timezone, now });
  }
  const announced = announcement('nag', ref, { target: '' });
  return step.how === 'dm' ? renderMovedOn(reading, { announced, lead }) : null;
}
