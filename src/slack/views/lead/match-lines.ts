/** How a card speaks of the other lead that may be the same, or was found to be. */
import type { Lead, LeadFacts } from '../../../domain/lead/lead.ts';
import type { MatchedBy } from '../../../domain/lead/match.ts';
import { clip } from '../../../sentences/clip.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { context, type TangoBlock } from '../kit/blocks.ts';
import { escapeText, person } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';

export interface MatchedLeads {
  /** The earlier lead that a new one may be, was merged into, or is a duplicate of; `asks` by what it was found, while nobody has decided. */
  earlier: { lead: Lead; asks: MatchedBy | null } | null;
  /** The newest lead that came after it and that nobody has decided about. */
  later: { lead: Lead; by: MatchedBy } | null;
  /** How often its own words came again within minutes, and when last; null: never. */
  repeats: { count: number; lastAt: number } | null;
}

type Repeats = NonNullable<MatchedLeads['repeats']>;

/** While nobody has decided. */
export function matchLines({ earlier, later, repeats }: MatchedLeads, timezone: string): TangoBlock[] {
  const lines: TangoBlock[] = [];
  if (earlier?.asks) lines.push(context(`${sameAs(earlier.asks)} as ${matchedName(earlier.lead)}`));
  if (later) {
    const came = `*${readerTime(later.lead.receivedAt, timezone, 'Came back at')}*`;
    lines.push(context(`${came}: ${whoCame(later.lead, later.by)} · see the thread`));
  }
  if (repeats) lines.push(context(sayRepeats(repeats, timezone)));
  return lines;
}

/** "The same came 39 more times, the last one: today at 14:50." */
export function sayRepeats({ count, lastAt }: Repeats, timezone: string): string {
  if (count === 1) return `The same came once more: ${readerTime(lastAt, timezone)}.`;
  return `The same came ${count} more times, ${readerTime(lastAt, timezone, 'the last one:')}.`;
}

/** "*Dana Whitfield, Harbour Hotels*, with @ana" */
export function matchedName(lead: Lead): string {
  return `*${escapeText(leadTitle(lead))}*${lead.owner ? `, with ${person(lead.owner)}` : ''}`;
}

const SAME_AS: Record<MatchedBy, string> = {
  email: 'Same person',
  phone: 'Same phone number',
  company: 'Same company',
};

function sameAs(by: MatchedBy): string {
  return SAME_AS[by];
}

/** A name that is longer is no name. */
export const NAMES_SHOWN = 120;

/** "Dana Whitfield wrote again", "Somebody new from Harbour Hotels: Dana Whitfield" */
export function whoCame(lead: LeadFacts, by: MatchedBy): string {
  const name = escapeText(clip(lead.name ?? lead.email ?? lead.phone ?? 'somebody', NAMES_SHOWN));
  if (by === 'email') return `${name} ${lead.message ? 'wrote' : 'came'} again`;
  if (by === 'phone') return `${name}, with the same phone number`;
  return `somebody new from ${escapeText(clip(lead.company ?? 'the same company', NAMES_SHOWN))}: ${name}`;
}
