/** The shares of a week as text: leads that stand and count alike are told together, or a week of ten thousand would be several megabytes. */
import { z } from 'zod';
import type { LeadId } from '../../domain/lead/lead.ts';
import { COUNT_IDS, type Counted } from '../../domain/scorecard/counts.ts';
import type { LeadShare, ShareState, Shares } from '../../domain/scorecard/shares.ts';
import { textJson } from '../columns.ts';

type Minutes = LeadShare['minutes'];

export interface SharesText {
  groups: { state: ShareState; counts: Counted; leads: [LeadId, Minutes, number?][] }[];
  spend: [id: string, side: 'marketing' | 'sales', minor: number][];
  deals: [LeadId, number | null][];
}

export function sharesText({ leads, spend, deals }: Shares): SharesText {
  const alike = Map.groupBy(leads, ([, { state, counts }]) => JSON.stringify([state, counts]));
  return {
    groups: [...alike.values()].flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { state, counts } = first[1];
      return { state, counts, leads: group.map(([id, share]) => lineOf(id, share)) };
    }),
    spend: [...spend].map(([id, { side, minor }]) => [id, side, minor]),
    deals: [...deals],
  };
}

function lineOf(id: LeadId, { minutes, won }: LeadShare): [LeadId, Minutes, number?] {
  return won === 0 ? [id, minutes] : [id, minutes, won];
}

export function sharesFrom({ groups, spend, deals }: SharesText): Shares {
  return {
    leads: new Map(
      groups.flatMap(({ state, counts, leads }) =>
        leads.map(([id, minutes, won = 0]) => [id, { state, counts, minutes, won }] as const),
      ),
    ),
    spend: new Map(spend.map(([id, side, minor]) => [id, { side, minor }])),
    deals: new Map(deals),
  };
}

const MinutesJson = z.object({
  claim: z.array(z.number()).optional(),
  contact: z.array(z.number()).optional(),
  wait: z.array(z.number()).optional(),
});

const LeadIdJson = textJson<LeadId>();
const SideJson = z.enum(['marketing', 'sales']);

export const SharesJson = z.object({
  groups: z.array(
    z.object({
      state: textJson<ShareState>(),
      counts: z.partialRecord(z.enum(COUNT_IDS), z.number()),
      leads: z.array(
        z.union([z.tuple([LeadIdJson, MinutesJson]), z.tuple([LeadIdJson, MinutesJson, z.number()])]),
      ),
    }),
  ),
  spend: z.array(z.tuple([z.string(), SideJson, z.number()])),
  deals: z.array(z.tuple([LeadIdJson, z.number().nullable()])),
}) as z.ZodType<SharesText, unknown>;
