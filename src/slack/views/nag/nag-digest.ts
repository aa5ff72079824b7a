/** To a person what is beyond the cap of the day. Edited in place as more comes and as it moves. */
import { context, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { leadMenu } from '../lead/lead-buttons.ts';
import { type ListedLead, listedLead } from './lead-list.ts';

interface DigestScene {
  entries: readonly ListedLead[];
  timezone: string;
  now: number;
}

const MOST_LINES = 10;

/** "3 more leads wait for you: see Home." */
export function nagDigest({ entries, timezone, now }: DigestScene): MessageView {
  const { length } = entries;
  if (length === 0) return said('All that waited here has moved on.');
  const sentence =
    length === 1 ? '1 more lead waits for you: see Home.' : `${length} more leads wait for you: see Home.`;
  const shown = entries
    .slice(0, MOST_LINES)
    .map((entry) => section(listedLead(entry, timezone), { accessory: leadMenu(entry.lead, now) }));
  const rest = length - shown.length;
  const more = rest > 0 ? [context(`and ${rest} more`)] : [];
  return { text: sentence, blocks: [section(sentence), ...shown, ...more] };
}

function said(text: string): MessageView {
  return { text, blocks: [section(text)] };
}
