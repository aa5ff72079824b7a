import { type Home, type HomePart, homeRoles } from '../../domain/home.ts';
import { PRIORITIES } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/people.ts';
import { type Proposal, waitsForSignature } from '../../domain/team/proposal.ts';
import { homeView } from '../../slack/views/home/home.ts';
import { homeSeenAt } from '../../store/home-seen.ts';
import { findOpenProposal } from '../../store/proposal.ts';
import { loadSettings } from '../../store/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import { countUnclaimedBySource } from '../../store/unclaimed.ts';
import type { Rendered } from '../renderers.ts';
import { managerPart } from './home/manager-part.ts';
import { marketerPart } from './home/marketer-part.ts';
import { repPart } from './home/rep-part.ts';
import type { HomeScene } from './home/scene.ts';
import { weekFacts } from './home/week-facts.ts';

/** `person` is whose Home it is. */
export async function renderHome(tx: Tx, person: string, now: number): Promise<Rendered> {
  const settings = await loadSettings(tx);
  const scene: HomeScene = { person: person as PersonId, settings, now };
  const home: Home = {
    parts: await partsOf(tx, scene),
    toSign: toSign(await findOpenProposal(tx), scene),
    unclaimed: await countUnclaimed(tx, now),
    leadsChannel: settings.leadsChannel,
    timezone: settings.timezone,
    openedAt: (await homeSeenAt(tx, scene.person)) ?? 0,
  };
  return { home: homeView(home) };
}

async function partsOf(tx: Tx, scene: HomeScene): Promise<HomePart[]> {
  const roles = homeRoles(scene.settings, scene.person);
  const week = roles.length > 1 ? await weekFacts(tx, scene) : null;
  const parts: HomePart[] = [];
  for (const role of roles) {
    if (role === 'rep') parts.push(await repPart(tx, scene));
    else if (week) parts.push(await (role === 'manager' ? managerPart : marketerPart)(tx, scene, week));
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
