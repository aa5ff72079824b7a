import type { CampaignWeek, HomeStory, KindPage, MarketerHome, Page } from '../../../domain/home.ts';
import { clip } from '../../../sentences/clip.ts';
import { count as counted } from '../../../sentences/en/count.ts';
import { sayKey } from '../../../sentences/en/report.ts';
import { HOME, homeList, SOURCE, SPEND, STORY, WEB_FORM } from '../../action-ids.ts';
import { actions, header, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { escapeText } from '../kit/text.ts';
import { entryBlocks, entryLine } from './entry-blocks.ts';
import { storyWords, waitingFor } from './entry-words.ts';
import { group, listOf, more, type SectionBlocks, type Where } from './home-blocks.ts';

export function marketerBlocks(part: MarketerHome, where: Where): SectionBlocks {
  return {
    waiting: [
      ...part.together.flatMap((each) => owedBlocks(each, where)),
      ...group({ title: 'Rejects to answer', list: listOf('to_answer') }, part.toAnswer, (each) => [
        entryLine(each, { ...where, isUnderKind: true }),
      ]),
      ...group({ title: 'Stories to publish', list: listOf('accepted') }, part.accepted, (each) => [
        acceptedLine(each),
      ]),
    ],
    toKnow: [
      ...campaignBlocks(part.campaigns),
      ...rejectBlocks(part.rejects),
      ...nameBlocks(part.names),
      entries(),
    ],
  };
}

/** A story is decided on by one of three buttons; all else has one that is the likeliest. */
function owedBlocks({ kind, ...page }: KindPage, where: Where): TangoBlock[] {
  const here = { ...where, isUnderKind: true };
  return group({ title: waitingFor(kind), list: listOf('marketing', kind) }, page, (each) =>
    each.thing.is === 'story' ? entryBlocks(each, here) : [entryLine(each, here)],
  );
}

function acceptedLine(each: HomeStory): TangoBlock {
  const publish = button({ action: STORY.publish, text: 'Published…', value: each.story.id });
  return section(storyWords(each), { accessory: publish });
}

function campaignBlocks({ shown, count }: Page<CampaignWeek>): TangoBlock[] {
  if (shown.length === 0) return [];
  return [
    header('Campaigns this week'),
    section(shown.map(campaignLine).join('\n')),
    ...more(listOf('campaigns'), count - shown.length, 'campaigns this week'),
  ];
}

export function campaignLine({ name, leads, qualified, rejected }: CampaignWeek): string {
  const campaign = escapeText(clip(sayKey(name, 'campaign'), 80));
  return `• *${campaign}*: ${counted(leads, 'lead')}, ${qualified} qualified, ${rejected} rejected`;
}

function rejectBlocks(rejects: number): TangoBlock[] {
  if (rejects === 0) return [];
  const value = homeList.encode({ ...listOf('rejects'), page: 0 });
  const all = button({ action: HOME.more, text: `All ${rejects}`, value, label: 'All rejected leads' });
  const was = rejects === 1 ? 'lead was' : 'leads were';
  const words = `*${rejects}* ${was} rejected within the last seven days, each with what sales said.`;
  return [section(words, { accessory: all })];
}

/** Only people know whether "zoom-webinar" is the webinar. */
function nameBlocks(names: number): TangoBlock[] {
  if (names === 0) return [];
  const what = names === 1 ? 'name is' : 'names are';
  return [
    section(`*${names}* ${what} perhaps another spelling of a source: leads that you know came again so.`, {
      accessory: button({ action: SOURCE.open, text: 'Look', label: 'Look at the sources' }),
    }),
  ];
}

/** What is else opened by a command alone, which nobody finds who has not read of it. */
function entries(): TangoBlock {
  return actions([
    button({ action: SOURCE.open, text: 'Sources' }),
    button({ action: SPEND.open, text: 'What it cost' }),
    button({ action: WEB_FORM.open, text: 'Forms' }),
  ]);
}
