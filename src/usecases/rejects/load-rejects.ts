import type { Reject } from '../../domain/home.ts';
import { refuse } from '../../domain/refusals.ts';
import { type RejectsId, type SummedRejects, standing } from '../../domain/rejects/rejects.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { findLeads } from '../../store/lead/lead.ts';
import { listRejectReasons } from '../../store/reject-reason/reject-reason.ts';
import { findRejects, listRejectedLeads } from '../../store/rejects/rejects.ts';
import type { Context } from '../context.ts';
import { readLeads } from '../home/read-entries.ts';
import type { HomeReading, Part } from '../home/reading.ts';
import { perform } from '../work.ts';
import { sumRejects } from './sum-rejects.ts';

export interface RejectsPageScene {
  summed: SummedRejects;
  shown: Reject[];
  page: number;
  pages: number;
  offset: number;
  timezone: string;
  now: number;
}

/** With its words a page that nobody has to scroll for long. */
const ON_A_PAGE = 10;

/** All of them, so many on a page, as this person may see them. */
export function loadRejects(
  ctx: Context,
  { id, person, page }: { id: RejectsId; person: PersonId; page: number },
): Promise<RejectsPageScene> {
  return perform(ctx, person, async ({ tx, settings, now }) => {
    const rejects = await findRejects(tx, id);
    if (!rejects) throw refuse('rejects_not_found');
    const summed = await sumRejects(tx, rejects);
    const pages = Math.max(1, Math.ceil(summed.leads / ON_A_PAGE));
    // What was on the last page may have been taken back by now.
    const at = Math.min(page, pages - 1);
    const part = { limit: ON_A_PAGE, offset: at * ON_A_PAGE };
    const shown = await readRejected({ tx, settings, now, person }, id, part);
    return { summed, shown, page: at, pages, offset: part.offset, timezone: settings.timezone, now };
  });
}

/** Those that stand, with what was said of them: those with a note first, since they say the most. */
export async function readRejected(
  reading: HomeReading,
  id: RejectsId,
  { limit, offset = 0 }: Part,
): Promise<Reject[]> {
  const { tx } = reading;
  const rejected = standing(await listRejectedLeads(tx, id));
  const labels = new Map((await listRejectReasons(tx)).map(({ code, label }) => [code, label]));
  const reasonOf = new Map(rejected.map(({ leadId, reason }) => [leadId, labels.get(reason) ?? reason]));
  const found = await findLeads(tx, [...reasonOf.keys()]);
  const first = found
    .toSorted((a, b) => Number(b.verdictNote !== null) - Number(a.verdictNote !== null))
    .slice(offset, offset + limit);
  const leads = await readLeads(
    reading,
    first.map((lead) => lead.id),
  );
  return leads.map((each) => ({ ...each, reasonLabel: reasonOf.get(each.lead.id) ?? null }));
}
