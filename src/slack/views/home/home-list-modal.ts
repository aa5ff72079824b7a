/** All of what Home has no room for, a page at a time. */
import type { ModalView, SectionBlockAccessory } from '@slack/types';
import type { HomeEntry, HomeListName, HomeListRows, HomeListScene } from '../../../domain/home.ts';
import { sayTrouble } from '../../../sentences/en/trouble.ts';
import { HOME, HOME_MODAL, homeList } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { MRKDWN } from '../kit/voice.ts';
import { leadMenu } from '../lead/lead-buttons.ts';
import { breachLine, entryLine } from './entry-blocks.ts';
import { dealWords, entryWords, rejectWords, snoozedWords, stoppedWords, storyWords } from './entry-words.ts';
import { campaignLine } from './marketer-blocks.ts';
import { pairRow } from './pair-blocks.ts';

const TITLES: Record<HomeListName, string> = {
  own: 'What waits for you',
  sales: 'What waits for sales',
  deals: 'Won or lost?',
  snoozed: 'Snoozed',
  asked_back: 'Tell more of these',
  owed_to: 'What you wait for',
  marketing: 'What waits for marketing',
  to_answer: 'Rejects to answer',
  accepted: 'Stories to publish',
  rejects: 'Rejected leads',
  campaigns: 'Campaigns this week',
  broken: 'Past their promise',
  stopped: 'Stopped cards',
  pairs: 'The same as before?',
  troubles: 'What is in the way',
};

export function homeListModal(scene: HomeListScene): ModalView {
  const rows = rowBlocks(scene.rows, scene);
  return modal({
    callbackId: HOME_MODAL.list,
    title: TITLES[scene.list.name],
    privateMetadata: homeList.encode(scene.list),
    blocks: [
      ...(rows.length > 0 ? rows : [section('Nothing is left of this list: all of it is done.')]),
      ...pageTurner(scene),
    ],
  });
}

function rowBlocks(rows: HomeListRows, scene: HomeListScene): TangoBlock[] {
  switch (rows.are) {
    case 'entries':
      return rows.shown.map((each) => entryRow(each, scene));
    case 'leads':
      return rows.shown.map((each) =>
        section(leadWords(each, scene), { accessory: leadMenu(each.lead, scene.now) }),
      );
    case 'stories':
      return rows.shown.map((each) => section(storyWords(each)));
    case 'rejects':
      return rows.shown.map((each) => section(rejectWords(each, scene)));
    case 'pairs':
      return rows.shown.flatMap((each) => pairRow(each, scene.timezone));
    case 'campaigns':
      return [section(rows.shown.map(campaignLine).join('\n'))];
    case 'troubles':
      return rows.shown.map((facts) => section(`:warning: ${sayTrouble(facts, MRKDWN)}`));
    default:
      return rows satisfies never;
  }
}

function entryRow(each: HomeEntry, scene: HomeListScene): TangoBlock {
  if (scene.list.name === 'broken') return breachLine(each, scene);
  if (scene.list.name === 'to_answer') return entryLine(each, { ...scene, isUnderKind: true });
  const names = scene.list.name === 'owed_to';
  const accessory: { accessory?: SectionBlockAccessory } =
    each.thing.is === 'lead' && !names ? { accessory: leadMenu(each.thing.lead, scene.now) } : {};
  return section(entryWords(each, { ...scene, names, isShort: names }), accessory);
}

function leadWords(each: Extract<HomeListRows, { are: 'leads' }>['shown'][number], scene: HomeListScene) {
  if (scene.list.name === 'deals') return dealWords(each, scene);
  return scene.list.name === 'snoozed' ? snoozedWords(each, scene) : stoppedWords(each);
}

function pageTurner({ list, rows, offset, count, pages }: HomeListScene): TangoBlock[] {
  if (rows.shown.length === 0 || pages < 2) return [];
  const turn = (text: string, action: string, page: number) =>
    button({ action, text, value: homeList.encode({ ...list, page }) });
  return [
    context(`${offset + 1} to ${offset + rows.shown.length} of ${count}`),
    actions([
      ...(list.page > 0 ? [turn('Back', HOME.pageBack, list.page - 1)] : []),
      ...(list.page < pages - 1 ? [turn('More', HOME.pageOn, list.page + 1)] : []),
    ]),
  ];
}
