import type { HomeLead } from '../../domain/home.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import {
  type Behind,
  type BehindAsked,
  type BehindRow,
  type BehindScene,
  behind,
} from '../../domain/scorecard/behind.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { findEntryNames } from '../../store/scorecard/entry-names.ts';
import { findReasonFacts } from '../../store/scorecard/scorecard.ts';
import type { Context } from '../context.ts';
import { readLeads } from '../home/read-entries.ts';
import { perform, type Work } from '../work.ts';
import { loadStanding, measureOf } from './week-facts.ts';

const ON_A_PAGE = 10;

/** As it stands now, so many on a page, as this person may see them. */
export function loadBehind(ctx: Context, person: PersonId, asked: BehindAsked): Promise<BehindScene> {
  return perform(ctx, person, async (work) => {
    const { all, ...scene } = await readBehind(work, asked);
    const pages = Math.max(1, Math.ceil(all.length / ON_A_PAGE));
    const page = Math.min(asked.page, pages - 1);
    const offset = page * ON_A_PAGE;
    const rows = await rowsOf(work, all.slice(offset, offset + ON_A_PAGE), person);
    return { ...asked, ...scene, page, rows, count: all.length, offset, pages };
  });
}

/** All of it, for who has a shell. */
export function listBehind(ctx: Context, asked: Omit<BehindAsked, 'page'>): Promise<BehindScene> {
  return perform(ctx, 'tango', async (work) => {
    const { all, ...scene } = await readBehind(work, { ...asked, page: 0 });
    const rows = await rowsOf(work, all, null);
    return { ...asked, ...scene, page: 0, rows, count: all.length, offset: 0, pages: 1 };
  });
}

async function readBehind(work: Work, { week, metric }: BehindAsked) {
  const measure = await measureOf(work, week);
  const { figures, shares } = await loadStanding(work, week, measure);
  const { timezone, currency } = measure;
  return { all: behind(metric, shares), figure: figures[metric] ?? null, timezone, currency, now: work.now };
}

async function rowsOf(work: Work, shown: readonly Behind[], person: PersonId | null): Promise<BehindRow[]> {
  const { tx } = work;
  const leadIds = shown.flatMap(({ entry }) => (entry.kind === 'spend' ? [] : entry.lead));
  const amountIds = shown.flatMap(({ entry }) => (entry.kind === 'spend' ? entry.spend : []));
  const { spend } = await findEntryNames(tx, { leads: [], spend: amountIds });
  const told = new Map((await leadsOf(work, leadIds, person)).map((each) => [each.lead.id, each]));
  const labels = new Map((await findReasonFacts(tx)).map(({ code, label }) => [code, label]));
  return shown.flatMap(({ entry, added }): BehindRow[] => {
    if (entry.kind === 'spend') {
      const amount = spend.get(entry.spend);
      return amount ? [{ is: 'amount', amount, added }] : [];
    }
    const found = told.get(entry.lead);
    const reason = found?.lead.rejection?.reason;
    return found
      ? [{ is: 'lead', ...found, added, reasonLabel: (reason && labels.get(reason)) ?? null }]
      : [];
  });
}

/** As this person may see them; whoever has a shell sees all of them. */
async function leadsOf(
  { tx, settings, now }: Work,
  leads: readonly LeadId[],
  person: PersonId | null,
): Promise<HomeLead[]> {
  if (person !== null) return readLeads({ tx, settings, now, person }, leads);
  const found = await findEntryNames(tx, { leads: [...leads], spend: [] });
  return [...found.leads.values()].map((lead) => ({ lead, url: null }));
}
