/** `/tango sources`: what there is, what each brought lately, what may be the same, and what was changed last. */
import type { ModalView } from '@slack/types';
import type { CampaignId } from '../../../domain/source/source.ts';
import { COUNTED_DAYS, type SourceList } from '../../../domain/source/source-list.ts';
import { count } from '../../../sentences/en/count.ts';
import { SOURCE, SOURCE_MODAL, sourceMenuValue, sourcePage } from '../../action-ids.ts';
import { actions, context, divider, section, type TangoBlock } from '../kit/blocks.ts';
import { button, option, overflow } from '../kit/elements.ts';
import { searchSelect } from '../kit/modal-inputs.ts';
import { modal } from '../kit/surfaces.ts';
import { changeBlock } from './source-changes-modal.ts';
import { sourceLine } from './source-line.ts';
import { openQuestions, questionBlocks } from './source-questions.ts';

export interface SourcesScene {
  list: SourceList;
  page: number;
}

const SHOWN = 15;
/** More would push the list out of sight; the rest is asked when these are answered. */
const ASKED_AT_ONCE = 4;

export function sourceListModal({ list, page: asked }: SourcesScene): ModalView {
  const rows = rowsOf(list);
  const pages = Math.max(1, Math.ceil(rows.length / SHOWN));
  const page = Math.min(asked, pages - 1);
  return modal({
    callbackId: SOURCE_MODAL.list,
    title: 'Sources',
    privateMetadata: sourcePage.encode(page),
    blocks: [
      intro(list, pages),
      ...(page === 0 ? above(list) : []),
      ...rows.slice(page * SHOWN, (page + 1) * SHOWN),
      ...turner({ page, pages, rows: rows.length, hasMoreChanges: list.changes.length > 1 }),
      ...(rows.length === 0
        ? []
        : [
            context(
              'Whatever you change here, leads, spend, routing and reports follow. Capitals, blanks and hyphens make no difference: “Google Ads” and “google-ads” are one by themselves.',
            ),
          ]),
    ],
  });
}

function intro({ sources, campaigns }: SourceList, pages: number): TangoBlock {
  if (sources.length + campaigns.length === 0)
    return section('There are no sources yet: they come with leads and with what was spent.');
  const text = `Leads and spend of the last ${COUNTED_DAYS} days.`;
  if (pages === 1) return section(text);
  return section(text, {
    accessory: searchSelect({ action: SOURCE.find, placeholder: 'Find a source' }),
  });
}

function above(list: SourceList): TangoBlock[] {
  const questions = openQuestions(list);
  const shown = questions.slice(0, ASKED_AT_ONCE);
  const more = questions.length - shown.length;
  const [last] = list.changes;
  const blocks = [
    ...(shown.length > 0 ? [section('*Are these the same?*')] : []),
    ...shown.flatMap(questionBlocks),
    ...(more > 0 ? [context(`${count(more, 'more question')} like these, when these are answered.`)] : []),
    ...(last ? [changeBlock(last, list.timezone, 'Last change')] : []),
  ];
  return blocks.length > 0 ? [...blocks, divider()] : [];
}

function rowsOf({ sources, campaigns }: SourceList): TangoBlock[] {
  const bySource = Map.groupBy(campaigns, ({ sourceId }) => sourceId);
  const orphans = bySource.get(null) ?? [];
  const rows = sources.map((source) => {
    const thing = { code: 'source', id: source.id } as const;
    const entry = (choice: Parameters<typeof sourceMenuValue.encode>[0], text: string) =>
      option(text, sourceMenuValue.encode(choice, thing));
    return section(sourceLine(source, bySource.get(source.id)?.length), {
      accessory: overflow({
        action: SOURCE.menu,
        options: [
          entry('look', 'Look at it…'),
          entry('change', 'Name, owner, spelling…'),
          entry('merge', 'Merge into…'),
          ...(source.spellings.length > 1 ? [entry('split', 'Split a spelling off…')] : []),
        ],
      }),
    });
  });
  return orphans.length === 0 ? rows : [...rows, orphanRow(orphans[0]?.id, orphans.length)];
}

/** Found by one of its campaigns, since it has no id. */
function orphanRow(id: CampaignId | undefined, campaigns: number): TangoBlock {
  const value = sourceMenuValue.encode('look', { code: 'campaign', id: id as CampaignId });
  return section(`*(no source)* · ${count(campaigns, 'campaign')} of which no source is known`, {
    accessory: overflow({ action: SOURCE.menu, options: [option('Look at them…', value)] }),
  });
}

interface Turn {
  page: number;
  pages: number;
  rows: number;
  hasMoreChanges: boolean;
}

function turner({ page, pages, rows, hasMoreChanges }: Turn): TangoBlock[] {
  const turn = (text: string, action: string, to: number) =>
    button({ action, text, value: sourcePage.encode(to) });
  const buttons = [
    ...(page > 0 ? [turn('Back', SOURCE.pageBack, page - 1)] : []),
    ...(page < pages - 1 ? [turn('More', SOURCE.pageOn, page + 1)] : []),
    ...(page === 0 && hasMoreChanges ? [button({ action: SOURCE.changes, text: 'Earlier changes' })] : []),
  ];
  return [
    ...(pages > 1
      ? [context(`${page * SHOWN + 1} to ${Math.min(rows, (page + 1) * SHOWN)} of ${rows}`)]
      : []),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
  ];
}
