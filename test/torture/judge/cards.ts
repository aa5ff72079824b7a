/** Each lead that has a card has one, and it shows how the lead stands. */
import type { Message } from '../../../emulator/workspace/messages.ts';
import type { LeadRow } from '../../../src/store/schema.ts';
import { buttonsOf, textOf } from '../../support/messages.ts';
import { leadIn } from '../clients/names.ts';
import type { Promised } from '../promised.ts';
import { cardsIn, type Records } from '../records.ts';
import { type Violation, violations } from './violation.ts';

export function judgeCards({ leads: sent }: Promised, records: Records): Violation[] {
  const cards = Map.groupBy(cardsIn(records).filter(isCard), (card) => leadIn(textOf(card)));
  const named = records.leads.flatMap((lead) => {
    const name = leadIn(lead.name);
    return name ? [{ lead, name, shown: cards.get(name) ?? [] }] : [];
  });
  const leadsOf = Map.groupBy(named, ({ name }) => name);
  return [
    ...violations(
      'a lead is announced as it was sent',
      named.filter(({ lead, name }) => sent.get(name)?.wantsCard === (lead.cardChannel === null)),
      ({ lead, name }) => `${name} has ${lead.cardChannel === null ? 'no card' : 'a card'}`,
    ),
    ...violations(
      'a lead has one card',
      [...leadsOf].filter(
        ([, leads]) => leads[0]?.shown.length !== leads.filter(({ lead }) => lead.cardChannel).length,
      ),
      ([name, leads]) => `${name} has ${leads[0]?.shown.length} cards`,
    ),
    ...violations(
      'a card shows how its lead stands',
      named.filter(({ lead, shown }) => shown.length === 1 && !showsIt(lead, shown[0]!)),
      ({ lead, name, shown }) => `${name} is ${lead.state}, its card reads: ${shown[0]?.text}`,
    ),
  ];
}

/** Other things stand there too: scorecards, reminders. All cards of a lead offer its menu. */
function isCard({ blocks }: Message): boolean {
  return JSON.stringify(blocks).includes('lead_menu');
}

const BUTTONS: Record<LeadRow['state'], string> = {
  new: 'Claim, Qualify, Reject',
  claimed: 'Contacted, Qualify, Reject',
  qualified: 'Won, Lost',
  won: 'Tell the story',
  rejected: '',
  resting: '',
  returned: '',
  lost: '',
  merged: '',
};

function showsIt({ state, owner, contactedAt, verdictBy }: LeadRow, card: Message): boolean {
  const isContacted = state === 'claimed' && contactedAt !== null;
  const buttons = isContacted ? 'Qualify, Reject' : BUTTONS[state];
  const who = state === 'qualified' || state === 'rejected' ? verdictBy : owner;
  const words = textOf(card);
  return (
    buttonsOf(card).join(', ') === buttons &&
    (who === null || words.includes(`<@${who}>`)) &&
    isContacted === words.includes('contacted')
  );
}
