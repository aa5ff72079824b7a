import { type HomeLead, LEAD_GROUPS, type LeadGroupName, type RepHome } from '../../../domain/home.ts';
import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import type { Story } from '../../../domain/story/story.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayStoryTitle } from '../../../sentences/en/story.ts';
import { INSIGHT, STORY } from '../../action-ids.ts';
import { dayWords, wantedBold } from '../insight/insight-words.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { escapeText, person } from '../kit/text.ts';
import { leadButtons, leadMenu } from '../lead/lead-buttons.ts';
import { group, type SectionBlocks } from './home-blocks.ts';
import { leadWords } from './lead-words.ts';

const TITLES: Record<LeadGroupName, string> = {
  due: 'Due now',
  today: 'Today',
  contact: 'Waiting for a first contact',
  verdict: 'Waiting for a verdict',
  deal: 'Waiting to be won or lost',
  snoozed: 'Snoozed',
};

export function repBlocks({ groups, asked, askedBack }: RepHome, timezone: string): SectionBlocks {
  const leads = LEAD_GROUPS.flatMap((name) =>
    group(TITLES[name], groups[name], (each) => leadBlocks(each, { name, timezone })),
  );
  return {
    waiting: [
      ...leads,
      ...unshown(groups),
      ...group('Stories asked of you', asked, (request) => [askedLine(request)]),
      ...group('Marketing would like to know more', askedBack, (story) => [askedBackLine(story)]),
    ],
    toKnow: [],
  };
}

/** Without a primary button: in a list no one thing is the next. */
function leadBlocks(each: HomeLead, where: { name: LeadGroupName; timezone: string }): TangoBlock[] {
  const buttons = leadButtons(each.lead).map(({ style: _, ...plainButton }) => plainButton);
  return [section(leadWords(each, where)), actions([...buttons, leadMenu(each.lead)])];
}

/** The groups for which there was no room at all. */
function unshown(groups: RepHome['groups']): TangoBlock[] {
  const names = LEAD_GROUPS.filter((name) => groups[name].count > 0 && groups[name].shown.length === 0);
  const words = names.map((name) => `${groups[name].count} ${TITLES[name].toLowerCase()}`);
  return words.length > 0 ? [context(`Later: ${words.join(' · ')}`)] : [];
}

function askedLine(request: InsightRequest): TangoBlock {
  const tell = button({ action: INSIGHT.tell, text: 'Tell the story', value: request.id });
  const words = `${person(request.askedBy)} asks for ${wantedBold(request)}\nBy ${dayWords(request.dueDate)}`;
  return section(words, { accessory: tell });
}

function askedBackLine(story: Story): TangoBlock {
  const more = button({ action: STORY.tellMore, text: 'Tell more', value: story.id });
  return section(`*${escapeText(clip(sayStoryTitle(story), 150))}*`, { accessory: more });
}
