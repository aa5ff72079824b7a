import type { RefOf } from '../../domain/announcement.ts';
import { type Proposal, waitsForSignature } from '../../domain/definition/proposal.ts';
import { type Home, type HomeSection, homeRoles } from '../../domain/home.ts';
import { PRIORITIES } from '../../domain/lead/lead.ts';
import { type Cohort, cohortOf } from '../../domain/scorecard/cohort.ts';
import { unfitness } from '../../domain/team/choose-people.ts';
import { weekAt, weekRange } from '../../domain/time/week.ts';
import type { RenderedHome } from '../../outbox/rendered.ts';
import { homeView } from '../../slack/views/home/home.ts';
import { findOpenProposal } from '../../store/definition/proposal.ts';
import { findLastVisit } from '../../store/home/home-visit.ts';
import { countUnclaimedBySource } from '../../store/lead/unclaimed-leads.ts';
import { findLeadFacts, findReasonFacts } from '../../store/scorecard/scorecard.ts';
import type { TeamReading } from '../reading.ts';
import { managerHome } from './manager-home.ts';
import { marketerHome } from './marketer-home.ts';
import { repHome } from './rep-home.ts';
import type { HomeScene } from './scene.ts';

export async function renderHome(reading: TeamReading, { person }: RefOf<'home'>): Promise<RenderedHome> {
  const scene: HomeScene = { ...reading, person };
  const { tx, settings } = reading;
  const home: Home = {
    sections: await sectionsOf(scene),
    toSign: toSign(await findOpenProposal(tx), scene),
    unclaimed: await countUnclaimed(reading),
    leadsChannel: settings.leadsChannel,
    timezone: settings.timezone,
    openedAt: (await findLastVisit(tx, person)) ?? 0,
  };
  return { home: homeView(home) };
}

async function sectionsOf(scene: HomeScene): Promise<HomeSection[]> {
  const roles = homeRoles(scene.settings, scene.person);
  const week = roles.length > 1 ? await weekFacts(scene) : null;
  const sections: HomeSection[] = [];
  for (const role of roles) {
    if (role === 'rep') sections.push(await repHome(scene));
    else if (week) sections.push(await (role === 'manager' ? managerHome : marketerHome)(scene, week));
  }
  return sections;
}

function toSign(proposal: Proposal | null, { person, settings }: HomeScene): Proposal | null {
  if (!proposal || unfitness(person, settings, true)) return null;
  return waitsForSignature(proposal, person, settings) ? proposal : null;
}

async function countUnclaimed({ tx, now }: TeamReading): Promise<number> {
  let count = 0;
  for (const priority of PRIORITIES) {
    const bySource = await countUnclaimedBySource(tx, { priority, now, seenBy: null });
    for (const each of bySource.values()) count += each;
  }
  return count;
}

/** The leads that arrived this week, as the scorecard counts them: spam, tests and duplicates left out. */
async function weekFacts({ tx, settings, now }: HomeScene): Promise<Cohort> {
  const week = weekAt(now, settings.timezone);
  const { start, end } = weekRange(week, settings.timezone);
  const leads = await findLeadFacts(tx, start, end);
  const reasons = await findReasonFacts(tx);
  return cohortOf(week, {
    leads,
    reasons,
    spend: [],
    firstArrival: null,
    undecidedPairs: 0,
    settings,
    now,
  });
}
