import type { HomeView } from '@slack/types';
import type { Proposal } from '../../../domain/definition/proposal.ts';
import type { Home, HomeSection, RepHome } from '../../../domain/home.ts';
import { count } from '../../../sentences/en/count.ts';
import { sayGoal } from '../../../sentences/en/goal.ts';
import { sayPeriod } from '../../../sentences/en/period.ts';
import { DEFINITION, GOAL } from '../../action-ids.ts';
import { context, divider, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { home } from '../kit/surfaces.ts';
import { channelLink, person } from '../kit/text.ts';
import type { SectionBlocks, Where } from './home-blocks.ts';
import { managerBlocks } from './manager-blocks.ts';
import { marketerBlocks } from './marketer-blocks.ts';
import { repBlocks } from './rep-blocks.ts';

/** What waits for a person, the next thing first, and below it what is good to know. Nothing that is empty is named. */
export function homeView(scene: Home): HomeView {
  const parts = scene.sections.map((part) => sectionBlocks(part, scene));
  const groups = [
    signBlocks(scene.toSign),
    goalBlocks(scene.goalsToSign),
    ...parts.map(({ waiting }) => waiting),
  ];
  const waiting = apart(groups.filter((blocks) => blocks.length > 0));
  const known = parts.flatMap(({ toKnow }) => toKnow);
  const blocks = [...(waiting.length > 0 ? waiting : [nothing()]), ...known, ...newLeads(scene)];
  // Slack may have lost what it showed, as when the app was installed again: with the visit in it, each visit is drawn.
  return { ...home(blocks), private_metadata: String(scene.openedAt) };
}

function sectionBlocks(part: HomeSection, where: Where): SectionBlocks {
  switch (part.role) {
    case 'rep':
      return repBlocks(part, where);
    case 'marketer':
      return marketerBlocks(part, where);
    case 'manager':
      return managerBlocks(part, where);
    default:
      return part satisfies never;
  }
}

function apart(groups: readonly TangoBlock[][]): TangoBlock[] {
  return groups.flatMap((blocks, index) => (index === 0 ? blocks : [divider(), ...blocks]));
}

function nothing(): TangoBlock {
  return section('Nothing waits for you right now.');
}

function signBlocks(proposal: Proposal | null): TangoBlock[] {
  if (!proposal) return [];
  const { version, proposedBy, channel } = proposal;
  const sign = button({ action: DEFINITION.sign, text: 'Sign', value: String(version) });
  const what = `*What is “qualified”? Version ${version}* waits for your signature.`;
  return [
    section(`${what}\nProposed by ${person(proposedBy)}, to be read in ${channelLink(channel)}`, {
      accessory: sign,
    }),
  ];
}

/** In the list one reads what the numbers show, and signs or declines. */
function goalBlocks({ shown, count: all }: Home['goalsToSign']): TangoBlock[] {
  if (all === 0) return [];
  const lines = shown.map(
    (goal) => `• ${sayGoal(goal)} in ${sayPeriod(goal.period)}, proposed by ${person(goal.proposedBy)}`,
  );
  const open = button({ action: GOAL.open, text: 'Sign or decline…', label: 'Sign or decline goals' });
  return [section([`*Goals to sign (${all})*`, ...lines].join('\n'), { accessory: open })];
}

/** Where leads come, and how many of them wait there. */
function newLeads({ leadsChannel, sections }: Home): TangoBlock[] {
  if (!leadsChannel) return [context('No channel is named yet to show leads in.')];
  const waiting = sections.reduce((sum, part) => sum + (part.role === 'rep' ? unclaimed(part) : 0), 0);
  const where = channelLink(leadsChannel);
  if (waiting === 0) return [context(`New leads arrive in ${where}.`)];
  return [
    context(`${count(waiting, 'lead')} ${waiting === 1 ? 'waits' : 'wait'} to be claimed in ${where}.`),
  ];
}

function unclaimed({ together }: RepHome): number {
  return together.find(({ kind }) => kind === 'claim')?.count ?? 0;
}
