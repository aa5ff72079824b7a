import type { CampaignWeek, MarketerHome, Page } from '../../../domain/home.ts';
import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { Story } from '../../../domain/story/story.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayKey } from '../../../sentences/en/report.ts';
import { sayStoryTitle } from '../../../sentences/en/story.ts';
import { LEAD, STORY } from '../../action-ids.ts';
import { dayWords, wantedBold } from '../insight/insight-words.ts';
import { actions, context, header, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { escapeText, person } from '../kit/text.ts';
import { cardTitle } from '../lead/lead-card.ts';
import { group, type SectionBlocks } from './home-blocks.ts';

export function marketerBlocks(part: MarketerHome): SectionBlocks {
  return {
    waiting: [
      ...group('Returned to mend', part.returned, (each) => [returnedLine(each)]),
      ...group('Stories to decide on', part.told, toldBlocks),
      ...group('Stories to publish', part.accepted, (story) => [acceptedLine(story)]),
    ],
    toKnow: [...campaignBlocks(part.campaigns), ...requestBlocks(part.requests)],
  };
}

function returnedLine({ lead, reasonLabel }: { lead: Lead; reasonLabel: string | null }): TangoBlock {
  const mend = button({ action: LEAD.mend, text: 'Mend', value: lead.id });
  const by = lead.verdictBy ? ` · ${person(lead.verdictBy)}` : '';
  const note = lead.verdictNote ? `: ${escapeText(clip(lead.verdictNote, 150))}` : '';
  const why = `${escapeText(reasonLabel ?? 'no reason given')}${by}${note}`;
  return section(`${cardTitle(lead)}\n${why}`, { accessory: mend });
}

function toldBlocks(story: Story): TangoBlock[] {
  const buttons = [
    button({ action: STORY.accept, text: 'Accept', value: story.id }),
    button({ action: STORY.askBack, text: 'Ask back', value: story.id }),
    button({ action: STORY.decline, text: 'Decline', value: story.id }),
  ];
  return [section(storyWords(story)), actions(buttons)];
}

function acceptedLine(story: Story): TangoBlock {
  const publish = button({ action: STORY.publish, text: 'Published…', value: story.id });
  return section(storyWords(story), { accessory: publish });
}

function storyWords(story: Story): string {
  return `*${escapeText(clip(sayStoryTitle(story), 150))}*\nTold by ${person(story.toldBy)}`;
}

function campaignBlocks({ shown, count }: Page<CampaignWeek>): TangoBlock[] {
  if (shown.length === 0) return [];
  const more = count > shown.length ? [`and ${count - shown.length} more`] : [];
  return [header('Campaigns this week'), section([...shown.map(campaignLine), ...more].join('\n'))];
}

function campaignLine({ name, leads, qualified, rejected }: CampaignWeek): string {
  const noun = leads === 1 ? 'lead' : 'leads';
  const campaign = escapeText(clip(sayKey(name, 'campaign'), 80));
  return `• *${campaign}*: ${leads} ${noun}, ${qualified} qualified, ${rejected} rejected`;
}

function requestBlocks({ shown, count }: Page<InsightRequest>): TangoBlock[] {
  if (shown.length === 0) return [];
  const lines = shown.map((request) => `• ${wantedBold(request)}, by ${dayWords(request.dueDate)}`);
  const more = count > shown.length ? [context(`and ${count - shown.length} more`)] : [];
  return [header(`You asked the field (${count})`), section(lines.join('\n')), ...more];
}
