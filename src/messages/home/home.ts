import type { RefOf } from '../../domain/announcement.ts';
import type { Proposal } from '../../domain/definition/proposal.ts';
import { isOver } from '../../domain/goal/goal.ts';
import { type Home, type HomeSection, homeRoles } from '../../domain/home.ts';
import { unfitness } from '../../domain/team/choose-people.ts';
import { waitsForSignature } from '../../domain/team/signing.ts';
import { dayIn } from '../../domain/time/day.ts';
import type { RenderedHome } from '../../outbox/rendered.ts';
import { homeView } from '../../slack/views/home/home.ts';
import { findOpenProposal } from '../../store/definition/proposal.ts';
import { listProposedGoals } from '../../store/goal/goal.ts';
import { findLastVisit } from '../../store/home/home-visit.ts';
import { readWeek } from '../../usecases/home/read-listed.ts';
import type { HomeReading } from '../../usecases/home/reading.ts';
import type { TeamReading } from '../reading.ts';
import { managerHome } from './manager-home.ts';
import { marketerHome } from './marketer-home.ts';
import { repHome } from './rep-home.ts';

export async function renderHome(team: TeamReading, { person }: RefOf<'home'>): Promise<RenderedHome> {
  const reading: HomeReading = { ...team, person };
  const { tx, settings, now } = reading;
  const home: Home = {
    sections: await sectionsOf(reading),
    toSign: toSign(await findOpenProposal(tx), reading),
    goalsToSign: await goalsToSign(reading),
    leadsChannel: settings.leadsChannel,
    timezone: settings.timezone,
    now,
    openedAt: (await findLastVisit(tx, person)) ?? 0,
  };
  return { home: homeView(home) };
}

async function sectionsOf(reading: HomeReading): Promise<HomeSection[]> {
  const roles = homeRoles(reading.settings, reading.person);
  const week = roles.length > 1 ? await readWeek(reading) : null;
  const sections: HomeSection[] = [];
  for (const role of roles) {
    if (role === 'rep') sections.push(await repHome(reading, roles[0] === 'rep'));
    else if (week) sections.push(await (role === 'manager' ? managerHome : marketerHome)(reading, week));
  }
  return sections;
}

function toSign(proposal: Proposal | null, { person, settings }: HomeReading): Proposal | null {
  if (!proposal || unfitness(person, settings, true)) return null;
  return waitsForSignature(proposal, person, settings) ? proposal : null;
}

/** Of those whose time is not over. Home shows the first. */
async function goalsToSign({ tx, person, settings, now }: HomeReading): Promise<Home['goalsToSign']> {
  if (unfitness(person, settings, true)) return { shown: [], count: 0 };
  const today = dayIn(settings.timezone, now);
  const waiting = (await listProposedGoals(tx)).filter(
    (goal) => !isOver(goal, today) && waitsForSignature(goal, person, settings),
  );
  return { shown: waiting.slice(0, GOALS_SHOWN), count: waiting.length };
}

const GOALS_SHOWN = 3;
