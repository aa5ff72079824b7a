import type { Breaches, HomeLead, ManagerHome, WeekSoFar } from '../../domain/home.ts';
import { type Lead, type LeadId, PRIORITIES } from '../../domain/lead/lead.ts';
import { type PromiseName, runningPromise } from '../../domain/promise.ts';
import { type Cohort, isQualified } from '../../domain/scorecard/cohort.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { calendarOf } from '../../domain/team/person.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { teamCalendar } from '../../domain/time/calendar.ts';
import { latestStart } from '../../domain/time/latest-start.ts';
import { countClaimedByOwner, findClaimedIds, findOwnersOfClaimed } from '../../store/lead/claimed-leads.ts';
import { findLeads } from '../../store/lead/lead.ts';
import { countUnclaimedBySource, findUnclaimedIds } from '../../store/lead/unclaimed-leads.ts';
import { findUndecidedPairs } from '../../store/lead/undecided-pairs.ts';
import { findStopped, listBacklog } from '../../store/outbox/backlog.ts';
import { listTroubles } from '../../store/outbox/trouble.ts';
import type { HomeScene } from './scene.ts';

const LEADS_SHOWN = 5;
const NAMES_SHOWN = 3;
const TROUBLES_SHOWN = 3;
const STOPPED_SHOWN = 3;
const PAIRS_SHOWN = 3;

export async function managerHome(scene: HomeScene, week: Cohort): Promise<ManagerHome> {
  const found = [await unclaimed(scene), ...(await claimed(scene))];
  return {
    role: 'manager',
    bulk: await bulkCards(scene),
    troubles: await troublesNow(scene),
    breaches: found.map(toBreaches).filter(({ count }) => count > 0),
    worst: await worst(
      scene,
      found.flatMap(({ ids }) => ids),
    ),
    pairs: await pairsNow(scene),
    week: weekSoFar(week),
  };
}

async function bulkCards({ tx }: HomeScene): Promise<ManagerHome['bulk']> {
  const { leadIds, count } = await findStopped(tx, STOPPED_SHOWN);
  const waiting = (await listBacklog(tx)).filter(({ bulk }) => bulk > 0);
  return { waiting, stopped: { shown: await findLeads(tx, leadIds), count } };
}

/** What stands in the way of messages and leads. */
async function troublesNow({ tx }: HomeScene): Promise<ManagerHome['troubles']> {
  const troubles = (await listTroubles(tx)).sort((a, b) => a.since - b.since);
  return { shown: troubles.slice(0, TROUBLES_SHOWN).map(({ facts }) => facts), count: troubles.length };
}

/** As the manager may see them. */
async function pairsNow({ tx, person, settings }: HomeScene): Promise<ManagerHome['pairs']> {
  const { shown, count } = await findUndecidedPairs(tx, PAIRS_SHOWN);
  const seen = (lead: Lead) => leadFor(person, lead, settings);
  return {
    shown: shown.map((pair) => ({ ...pair, lead: seen(pair.lead), earlier: seen(pair.earlier) })),
    count,
  };
}

/** Past one promise: whose they are, by source or by owner, and those that are due the longest. */
interface Broken {
  promise: PromiseName;
  by: Map<string, number>;
  ids: LeadId[];
}

async function unclaimed({ tx, settings, now }: HomeScene): Promise<Broken> {
  const broken: Broken = { promise: 'claim', by: new Map(), ids: [] };
  for (const priority of PRIORITIES) {
    const seenBy = latestStart(teamCalendar(settings), settings.promises.claim[priority], now - 1);
    const filter = { priority, now, seenBy };
    addTo(broken.by, await countUnclaimedBySource(tx, filter));
    broken.ids.push(...(await findUnclaimedIds(tx, filter, LEADS_SHOWN)));
  }
  return broken;
}

async function claimed(scene: HomeScene): Promise<Broken[]> {
  const owners = await ownersByCalendar(scene);
  const found: Broken[] = [];
  for (const clock of ['contact', 'verdict'] as const) {
    const broken: Broken = { promise: clock, by: new Map(), ids: [] };
    for (const group of owners) {
      for (const priority of PRIORITIES) await addClaimed(scene, { broken, clock, priority, group });
    }
    found.push(broken);
  }
  return found;
}

interface Group {
  calendar: ReturnType<typeof calendarOf>;
  owners: PersonId[];
}

/** Whoever works the same hours shares a slot: most of a team does. */
async function ownersByCalendar({ tx, settings }: HomeScene): Promise<Group[]> {
  const groups = new Map<string, Group>();
  for (const owner of await findOwnersOfClaimed(tx)) {
    const calendar = calendarOf(owner, settings);
    const key = JSON.stringify(calendar);
    const group = groups.get(key) ?? { calendar, owners: [] };
    group.owners.push(owner);
    groups.set(key, group);
  }
  return [...groups.values()];
}

interface Slot {
  broken: Broken;
  clock: 'contact' | 'verdict';
  priority: (typeof PRIORITIES)[number];
  group: Group;
}

async function addClaimed(
  { tx, settings, now }: HomeScene,
  { broken, clock, priority, group }: Slot,
): Promise<void> {
  const startedBy = latestStart(group.calendar, settings.promises[clock][priority], now - 1);
  const filter = { promise: clock, priority, owners: group.owners, withTests: false, now };
  addTo(broken.by, await countClaimedByOwner(tx, filter, startedBy));
  broken.ids.push(...(await findClaimedIds(tx, filter, { startedBy, limit: LEADS_SHOWN })));
}

function addTo(total: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [name, count] of more) total.set(name, (total.get(name) ?? 0) + count);
}

function toBreaches({ promise, by }: Broken): Breaches {
  const most = [...by].sort(([, a], [, b]) => b - a);
  return {
    promise,
    count: most.reduce((sum, [, count]) => sum + count, 0),
    by: { shown: most.slice(0, NAMES_SHOWN).map(([name]) => name), count: most.length },
  };
}

async function worst({ tx, settings }: HomeScene, ids: readonly LeadId[]): Promise<HomeLead[]> {
  const leads = await findLeads(tx, ids);
  return leads
    .map((lead) => ({ lead, promise: runningPromise(lead, settings) }))
    .sort((a, b) => (a.promise?.due ?? 0) - (b.promise?.due ?? 0))
    .slice(0, LEADS_SHOWN);
}

function weekSoFar({ week, leads }: Cohort): WeekSoFar {
  return {
    week,
    leads: leads.length,
    qualified: leads.filter(isQualified).length,
    won: leads.filter(({ state }) => state === 'won').length,
    untouched: leads.filter(({ state }) => state === 'new').length,
  };
}
