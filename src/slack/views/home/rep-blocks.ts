import type { HomeEntry, HomeLead, HomeStory, Page, RepHome } from '../../../domain/home.ts';
import { STORY } from '../../action-ids.ts';
import { actions, header, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { inSections } from '../kit/long-text.ts';
import { leadMenu } from '../lead/lead-buttons.ts';
import { entryBlocks, entryLine, plain } from './entry-blocks.ts';
import { dealWords, entryWords, snoozedWords, storyWords, waitingFor } from './entry-words.ts';
import { group, listOf, more, type SectionBlocks, type Where } from './home-blocks.ts';

export function repBlocks(part: RepHome, where: Where): SectionBlocks {
  const { together, deals, snoozed, askedBack, owedTo } = part;
  return {
    waiting: [
      ...ownBlocks(part, where),
      ...together.flatMap(({ kind, ...page }) =>
        group({ title: waitingFor(kind), list: listOf('sales', kind) }, page, (each) => [
          entryLine(each, { ...where, isUnderKind: true }),
        ]),
      ),
      ...group({ title: 'Waiting to be won or lost', list: listOf('deals') }, deals, (each) =>
        dealBlocks(each, where),
      ),
      ...group({ title: 'Snoozed', list: listOf('snoozed') }, snoozed, (each) => [
        section(snoozedWords(each, where), { accessory: leadMenu(each.lead, where.now) }),
      ]),
      ...group(
        { title: 'Marketing would like to know more', list: listOf('asked_back') },
        askedBack,
        (each) => [tellMoreLine(each)],
      ),
    ],
    toKnow: owedToBlocks(owedTo, where),
  };
}

function ownBlocks({ own, unshown }: RepHome, where: Where): TangoBlock[] {
  const later = own.later.map(({ kind, ...page }) => ({ title: waitingFor(kind), page, isUnderKind: true }));
  const soon = { isUnderKind: false };
  const groups = [
    { title: 'Due now', page: own.due, ...soon },
    { title: 'Today', page: own.today, ...soon },
    ...later,
  ];
  const blocks = groups.flatMap(({ title, page: { shown, count }, isUnderKind }) =>
    shown.length > 0
      ? [
          header(`${title} (${count})`),
          ...shown.flatMap((each) => entryBlocks(each, { ...where, isUnderKind })),
        ]
      : [],
  );
  return [...blocks, ...more(listOf('own'), unshown, 'what waits for you')];
}

function dealBlocks(each: HomeLead, where: Where): TangoBlock[] {
  return [section(dealWords(each, where)), actions([...plain(each.lead), leadMenu(each.lead, where.now)])];
}

function tellMoreLine(each: HomeStory): TangoBlock {
  const tell = button({ action: STORY.tellMore, text: 'Tell more', value: each.story.id });
  return section(storyWords(each), { accessory: tell });
}

function owedToBlocks({ shown, count }: Page<HomeEntry>, where: Where): TangoBlock[] {
  if (shown.length === 0) return [];
  const rows = shown.map((each) => entryWords(each, { ...where, names: true, isShort: true }));
  const list = listOf('owed_to');
  return [
    header(`You wait for (${count})`),
    ...inSections(rows.map((row, n) => (n === 0 ? row : `\n${row}`))),
    ...more(list, count - shown.length, 'what you wait for'),
  ];
}
