import type { Lead } from '../../../domain/lead/lead.ts';
import { clip } from '../../../sentences/clip.ts';
import { link, quote } from '../kit/text.ts';
import { cardTitle } from './lead-card.ts';
import { reachLinks } from './reach.ts';

/** Enough to call them by; the card has all of it. */
const WORDS_SHOWN = 300;

interface LeadRowScene {
  /** As its reader may see it. */
  lead: Lead;
  /** To its card; null: it has none in Slack. */
  url: string | null;
}

/** A lead wherever it is put before somebody away from its card: who, their own words, how to reach them, and the way to the card. */
export function leadRow({ lead, url }: LeadRowScene): string {
  const reach = reachLinks(lead);
  const lines = [
    cardTitle(lead),
    lead.message ? quote(clip(lead.message, WORDS_SHOWN)) : '',
    [reach && `*Reach*  ${reach}`, url && link(url, 'Open the card')].filter(Boolean).join('  ·  '),
  ];
  return lines.filter(Boolean).join('\n');
}
