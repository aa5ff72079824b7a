import { type Proposal, waitsForSignature } from '../../domain/definition/proposal.ts';
import { type Home, type HomeSection, homeRoles } from '../../domain/home.ts';
import { PRIORITIES } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Rendered } from '../../outbox/renderers.ts';
import { homeView } from '../../slack/views/home/home.ts';
import { findOpenProposal } from '../../store/definition/proposal.ts';
import { findLastVisit } from '../../store/home/home-visit.ts';
import { countUnclaimedBySource } from '../../store/lead/unclaimed-leads.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import { managerHome } from './manager-home.ts';
import { marketerHome } from './marketer-home.ts';
import { repHome } from './rep-home.ts';
import type { HomeScene } from './scene.ts';
import { weekFacts } from './week-facts.ts';

/** `person` is whose Home it is. */
export async function renderHome(tx: Tx, person: string, now: number): Promise<Rendered> {
  const settings = await loadSettings(tx);
  const scene: HomeScene = { person: person as PersonId, settings, now };
  const home: Home = {
    sections: await partsOf(tx, scene),
    toSign: toSign(await findOpenProposal(tx), scene),
    unclaimed: await countUnclaimed(tx, now),
    leadsChannel: settings.leadsChannel,
    timezone: settings.timezone,
    openedAt: (await findLastVisit(tx, scene.person)) ?? 0,
  };
  return { home: homeView(home) };
}

async function partsOf(tx: Tx, scene: HomeScene): Promise<HomeSection[]> {
  const roles = homeRoles(scene.settings, scene.person);
  const week = roles.length > 1 ? await weekFacts(tx, scene) : null;
  const parts: HomeSection[] = [];
  for (const role of roles) {
    if (role === 'rep') parts.push(await repHome(tx, scene));
    else if (week) parts.push(await (role === 'manager' ? managerHome : marketerHome)(tx, scene, week));
  }
  return parts;
}

function toSign(proposal: Proposal | null, { person, settings }: HomeScene): Proposal | null {
  return proposal && waitsForSignature(proposal, person, settings) ? proposal : null;
}

async function countUnclaimed(tx: Tx, now: number): Promise<number> {
  let count = 0;
  for (const priority of PRIORITIES) {
    const bySource = await countUnclaimedBySource(tx, { priority, now, seenBy: null });
    for (const each of bySource.values()) count += each;
  }
  return count;
}
