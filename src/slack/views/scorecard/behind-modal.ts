/** What is behind a number of the scorecard: the leads, amounts and deals that it is made of, a page at a time. */
import type { ModalView } from '@slack/types';
import type { BehindRow, BehindScene } from '../../../domain/scorecard/behind.ts';
import { type Formula, METRICS } from '../../../domain/scorecard/metrics.ts';
import { weekAt } from '../../../domain/time/week.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { sayFigure } from '../../../sentences/en/scorecard/figure.ts';
import { METRIC_WORDS } from '../../../sentences/en/scorecard/metrics.ts';
import { SIDE_WORDS, sayDays } from '../../../sentences/en/spend.ts';
import { sayWeek } from '../../../sentences/en/week.ts';
import { behindKey, SCORECARD, SCORECARD_MODAL } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText, link, person, quote } from '../kit/text.ts';
import { cardTitle } from '../lead/lead-card.ts';
import { STANDS } from '../lead/lead-stands.ts';
import { spendTitle } from '../spend/spend-line.ts';

export function behindModal(scene: BehindScene): ModalView {
  const { metric, week, figure, rows } = scene;
  const { name, formula } = METRIC_WORDS[metric];
  const title = `*${name}: ${figure ? sayFigure(figure) : '–'}* · ${sayWeek(week, weekAt(scene.now, scene.timezone))}`;
  return modal({
    callbackId: SCORECARD_MODAL.behind,
    title: 'What is behind it',
    privateMetadata: behindKey.encode(scene),
    blocks: [
      section(title),
      context(`${formula}. As it stands now.`),
      ...(rows.length > 0 ? rows.map((row) => rowBlock(row, scene)) : [section('Nothing counts for it.')]),
      ...pageTurner(scene),
    ],
  });
}

function rowBlock(row: BehindRow, scene: BehindScene): TangoBlock {
  const counted = sayCounted(row, scene);
  if (row.is === 'amount') {
    const { amount } = row;
    return section(lines([spendTitle(amount), dotted([sayDays(amount), SIDE_WORDS[amount.side], counted])]));
  }
  const { lead, url, reasonLabel } = row;
  const stands =
    lead.state === 'rejected' && reasonLabel ? escapeText(clip(reasonLabel, 60)) : STANDS[lead.state];
  const open = url ? link(url, 'Open') : '';
  const owner = lead.owner ? person(lead.owner) : '';
  const source = escapeText(clip([lead.source, lead.campaign].filter(Boolean).join(' · '), 80));
  const note = lead.verdictNote ? quote(clip(lead.verdictNote, 150)) : '';
  return section(lines([cardTitle(lead), dotted([stands, owner, source, counted, open]), note]));
}

/** What it adds, where that is not one lead. */
function sayCounted({ added }: BehindRow, { metric, currency }: BehindScene): string {
  const { formula }: { formula: Formula } = METRICS[metric];
  switch (formula.kind) {
    case 'rate':
      return added.part > 0 ? 'counts' : 'does not count';
    case 'cost':
    case 'spent':
      return added.part === 0 ? '' : `${sayMoney({ minor: added.part, currency })} in this week`;
    case 'booked':
      return formula.what === 'deals' || added.part === 0 ? '' : sayMoney({ minor: added.part, currency });
    case 'return':
      return sayMoney({ minor: added.part || added.of, currency });
    case 'count':
    case 'time':
      return '';
    default:
      return formula satisfies never;
  }
}

function pageTurner(scene: BehindScene): TangoBlock[] {
  const { rows, offset, count, page, pages } = scene;
  if (rows.length === 0) return [];
  const turn = (text: string, action: string, to: number) =>
    button({ action, text, value: behindKey.encode({ ...scene, page: to }) });
  const turns = [
    ...(page > 0 ? [turn('Back', SCORECARD.pageBack, page - 1)] : []),
    ...(page < pages - 1 ? [turn('More', SCORECARD.pageOn, page + 1)] : []),
  ];
  return [
    context(`${offset + 1} to ${offset + rows.length} of ${count}`),
    ...(turns.length > 0 ? [actions(turns)] : []),
  ];
}

function lines(parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n');
}

function dotted(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' · ');
}
