/** One source: its figures, its spellings, and its campaigns a page at a time. Without one: the campaigns of which no source is known. */
import type { ModalView } from '@slack/types';
import {
  COUNTED_DAYS,
  type ListedCampaign,
  type ListedSource,
  type SourceList,
} from '../../../domain/source/source-list.ts';
import { clip } from '../../../sentences/clip.ts';
import { count } from '../../../sentences/en/count.ts';
import {
  type CampaignsPage,
  campaignsPage,
  SOURCE,
  SOURCE_MODAL,
  type SourceMenuChoice,
  type SourceThing,
  sourceMenuValue,
} from '../../action-ids.ts';
import { actions, context, divider, section, type TangoBlock } from '../kit/blocks.ts';
import { button, option, overflow } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';
import { alsoOf, sourceLine } from './source-line.ts';
import { questionBlocks, questionsOf } from './source-questions.ts';

export interface SourceScene {
  list: SourceList;
  of: CampaignsPage;
}

const SHOWN = 15;
const ASKED_AT_ONCE = 3;
const SPELLINGS_SHOWN = 25;

export function sourceModal({ list, of }: SourceScene): ModalView {
  const source = list.sources.find(({ id }) => id === of.source) ?? null;
  const campaigns = list.campaigns.filter(({ sourceId }) => sourceId === of.source);
  const isGone = of.source !== null && source === null;
  const pages = Math.max(1, Math.ceil(campaigns.length / SHOWN));
  const page = Math.min(of.page, pages - 1);
  return modal({
    callbackId: SOURCE_MODAL.one,
    title: of.source === null ? 'Without a source' : 'Source',
    privateMetadata: campaignsPage.encode({ source: of.source, page }),
    blocks: isGone
      ? [section('This one was merged into another, or split off and taken back. Its leads are there.')]
      : [
          ...(source === null ? [orphansIntro()] : aboutSource(source)),
          ...(page === 0 ? questionsOf(list, of.source).slice(0, ASKED_AT_ONCE).flatMap(questionBlocks) : []),
          ...campaignBlocks(campaigns.slice(page * SHOWN, (page + 1) * SHOWN), campaigns.length),
          ...turner({ source: of.source, page }, pages, campaigns.length),
        ],
  });
}

function orphansIntro(): TangoBlock {
  return section(
    'Campaigns that came without a source. As soon as one comes with a source, it belongs there with all that it has; or merge it into a campaign of that source.',
  );
}

function aboutSource(source: ListedSource): TangoBlock[] {
  const { id, spellings } = source;
  const also = alsoOf(source, SPELLINGS_SHOWN);
  return [
    section(sourceLine({ ...source, spellings: [] }), {
      accessory: menuOf(
        { code: 'source', id },
        { change: 'Name, owner, spelling…', splits: spellings.length > 1 },
      ),
    }),
    context(
      also === null
        ? `Figures of the last ${COUNTED_DAYS} days. It is written in no other way so far.`
        : `Figures of the last ${COUNTED_DAYS} days. ${also.replace(/^also/, 'Also written')}.`,
    ),
    divider(),
  ];
}

function menuOf(thing: SourceThing, { change, splits }: { change: string; splits: boolean }) {
  const entry = (choice: SourceMenuChoice, text: string) =>
    option(text, sourceMenuValue.encode(choice, thing));
  return overflow({
    action: SOURCE.menu,
    options: [
      entry('change', change),
      entry('merge', 'Merge into…'),
      ...(splits ? [entry('split', 'Split a spelling off…')] : []),
    ],
  });
}

function campaignBlocks(shown: readonly ListedCampaign[], all: number): TangoBlock[] {
  if (all === 0) return [context('No campaigns so far: they come with leads and with what was spent.')];
  return [section(`*${count(all, 'campaign')}*`), ...shown.map(campaignRow)];
}

function campaignRow(campaign: ListedCampaign): TangoBlock {
  const { id, spellings } = campaign;
  const brief = campaign.brief === null ? '' : `\n_${escapeText(clip(campaign.brief, 150))}_`;
  return section(`${sourceLine(campaign)}${brief}`, {
    accessory: menuOf(
      { code: 'campaign', id },
      { change: 'Name, owner, brief, dates…', splits: spellings.length > 1 },
    ),
  });
}

function turner({ source, page }: CampaignsPage, pages: number, campaigns: number): TangoBlock[] {
  if (pages < 2) return [];
  const turn = (text: string, action: string, to: number) =>
    button({ action, text, value: campaignsPage.encode({ source, page: to }) });
  return [
    context(`${page * SHOWN + 1} to ${Math.min(campaigns, (page + 1) * SHOWN)} of ${campaigns}`),
    actions([
      ...(page > 0 ? [turn('Back', SOURCE.campaignsBack, page - 1)] : []),
      ...(page < pages - 1 ? [turn('More', SOURCE.campaignsOn, page + 1)] : []),
    ]),
  ];
}
