/** For managers: new leads that may be the same as earlier ones, on which nobody has decided. */
import type { LeadPair, ManagerHome } from '../../../domain/home.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { MATCH } from '../../action-ids.ts';
import { actions, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { readerTime } from '../kit/times.ts';
import { matchedName, whoCame } from '../lead/match-lines.ts';
import { group, listOf } from './home-blocks.ts';

/** "Dana Whitfield wrote again" beside the earlier lead, each with what ends it. Few blocks: a Home holds a hundred. */
export function pairBlocks(page: ManagerHome['pairs'], timezone: string): TangoBlock[] {
  const heading = { title: 'Came back, nobody has decided', list: listOf('pairs') };
  return group(heading, page, (pair) => pairRow(pair, timezone));
}

export function pairRow(pair: LeadPair, timezone: string): TangoBlock[] {
  return [section(pairLine(pair, timezone)), decision(pair)];
}

function pairLine({ lead, earlier, by, foundAt }: LeadPair, timezone: string): string {
  const who = whoCame(lead, by);
  return `${who[0]?.toUpperCase()}${who.slice(1)} · ${readerTime(foundAt, timezone)}\nKnown: ${matchedName(earlier)}`;
}

function decision({ lead }: LeadPair): TangoBlock {
  const of = leadTitle(lead);
  return actions([
    button({ action: MATCH.merge, text: 'Merge', label: `Merge: ${of}`, value: lead.id }),
    button({ action: MATCH.keepApart, text: 'Keep apart', label: `Keep apart: ${of}`, value: lead.id }),
  ]);
}
