/** The messages of the scorecard's thread, one for each question that the two sides ask one another. */
import type { SectionBlock } from '@slack/types';
import type { AgendaItem } from '../../../domain/scorecard/agenda.ts';
import type { AnsweredRejects } from '../../../domain/scorecard/answered-rejects.ts';
import type { BuyingSegment } from '../../../domain/scorecard/buying.ts';
import type { SourceRow } from '../../../domain/scorecard/by-source.ts';
import type { Figure } from '../../../domain/scorecard/figure.ts';
import { METRIC_IDS, METRICS, type MetricId } from '../../../domain/scorecard/metrics.ts';
import { COMPARED, type OwnPart } from '../../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../../domain/scorecard/scorecard.ts';
import type { Rejection } from '../../../domain/scorecard/why-rejected.ts';
import { weekAt } from '../../../domain/time/week.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayLeadsOwed } from '../../../sentences/en/goal-pace.ts';
import { sayRoundMoney } from '../../../sentences/en/money.ts';
import { sayAnswer, sayRejectsOf } from '../../../sentences/en/rejects.ts';
import { sayKey } from '../../../sentences/en/report.ts';
import { sayAgendaPoint, sayFate, sayWhose } from '../../../sentences/en/scorecard/agenda.ts';
import { sayFigure } from '../../../sentences/en/scorecard/figure.ts';
import { PART_TITLES, weekName } from '../../../sentences/en/scorecard/headline.ts';
import { METRIC_WORDS } from '../../../sentences/en/scorecard/metrics.ts';
import { sayWeek } from '../../../sentences/en/week.ts';
import { REJECTS } from '../../action-ids.ts';
import { actions, context, fold, section, type TangoBlock } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { table } from '../kit/tables.ts';
import { clipMrkdwn, escapeText, person } from '../kit/text.ts';
import { MRKDWN } from '../kit/voice.ts';
import { comparison } from './scorecard-head.ts';
import { storyBlocks } from './stories-part.ts';

const BODIES: Record<OwnPart, (scorecard: Scorecard, isCovered: boolean) => TangoBlock[]> = {
  marketing: (scorecard, isCovered) => [
    ...owedLine(scorecard),
    ...comparison(scorecard, COMPARED.marketing),
    ...(isCovered ? [] : [spendNote(scorecard)]),
  ],
  sales: (scorecard) => orNothing(comparison(scorecard, COMPARED.sales)),
  sources: (scorecard) => [sourceTable(scorecard)],
  rejections: (scorecard) => [
    ...(scorecard.rejections.length > 0 ? [rejectionTable(scorecard)] : []),
    ...answerBlocks(scorecard),
  ],
  buying: (scorecard) => [section(scorecard.buying.map(buyingLine).join('\n')), buyingNote()],
  stories: ({ stories, timezone }) => storyBlocks(stories, timezone),
  agenda: agendaSections,
  formulas: () => [fold(PART_TITLES.formulas, formulaSections())],
};

/** `isCovered`: amounts were left out of it. */
export function scorecardPart(scorecard: Scorecard, part: OwnPart, isCovered = false): MessageView {
  const title = PART_TITLES[part];
  return {
    text: `${weekName(scorecard)}: ${title.toLowerCase()}.`,
    blocks: [...(part === 'formulas' ? [] : [section(`*${title}*`)]), ...BODIES[part](scorecard, isCovered)],
  };
}

function owedLine(scorecard: Scorecard): TangoBlock[] {
  const said = sayLeadsOwed(scorecard);
  return said === null ? [] : [section(said)];
}

function orNothing(blocks: TangoBlock[]): TangoBlock[] {
  return blocks.length > 0 ? blocks : [context('Nothing so far: no lead of the week was promised anything.')];
}

function spendNote({ spend, currency }: Scorecard): TangoBlock {
  if (spend === null) return context('No spend is recorded for this week.');
  return context(`Spent by both sides: ${sayRoundMoney({ minor: spend, currency })}.`);
}

const SOURCES_SHOWN = 30;
const NAME_SHOWN = 60;

function sourceTable({ sources, currency }: Scorecard): TangoBlock {
  const shown = sources.slice(0, SOURCES_SHOWN);
  const rest = sources.slice(SOURCES_SHOWN);
  const rows = shown.map((row) => sourceCells(clip(sayKey(row.source, 'source'), NAME_SHOWN), row, currency));
  if (rest.length > 0) rows.push(sourceCells(`${rest.length} more sources`, rest.reduce(together), currency));
  const header = ['Source', 'Leads', 'Open', 'Qualified', 'Rejected', 'Won', 'Spend', 'Cost per lead'];
  return table({ header, rows, align: ['left', ...header.slice(1).map(() => 'right' as const)] });
}

function sourceCells(name: string, row: SourceRow, currency: string): string[] {
  const qualified: Figure = { kind: 'rate', part: row.qualified, of: row.leads };
  const cost: Figure = { kind: 'cost', minor: row.spend, per: row.leads, currency };
  const spend = row.spend === null ? '–' : sayRoundMoney({ minor: row.spend, currency });
  const counts = [row.leads, row.open].map(String);
  return [name, ...counts, sayFigure(qualified), `${row.rejected}`, `${row.won}`, spend, sayFigure(cost)];
}

function together(a: SourceRow, b: SourceRow): SourceRow {
  return {
    source: null,
    leads: a.leads + b.leads,
    open: a.open + b.open,
    qualified: a.qualified + b.qualified,
    rejected: a.rejected + b.rejected,
    won: a.won + b.won,
    spend: a.spend === null && b.spend === null ? null : (a.spend ?? 0) + (b.spend ?? 0),
  };
}

const CAMPAIGNS_SHOWN = 3;

function rejectionTable({ rejections }: Scorecard): TangoBlock {
  return table({
    header: ['Reason', 'Leads', 'Campaigns'],
    align: ['left', 'right'],
    rows: rejections.map((rejection) => [
      clip(rejection.label, NAME_SHOWN),
      String(rejection.leads),
      campaignNames(rejection),
    ]),
  });
}

function campaignNames({ campaigns }: Rejection): string {
  const shown = campaigns.slice(0, CAMPAIGNS_SHOWN);
  const names = shown.map(({ campaign, leads }) => `${clip(sayKey(campaign, 'campaign'), 40)} ${leads}`);
  const rest = campaigns.length - shown.length;
  return [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

const ANSWERS_SHOWN = 10;

/** What was answered in the week, and below it what became of the reasons of four weeks before. */
function answerBlocks({ answers }: Scorecard): TangoBlock[] {
  const [early, late] = [answers.filter(({ since }) => !since), answers.filter(({ since }) => since)];
  if (answers.length === 0) return [];
  const correct = button({
    action: REJECTS.answers,
    text: 'Answers…',
    label: 'Answers to rejects, to be corrected',
  });
  return [...answerGroup('Answered', early), ...answerGroup('Four weeks on', late), actions([correct])];
}

function answerGroup(title: string, answers: readonly AnsweredRejects[]): TangoBlock[] {
  if (answers.length === 0) return [];
  const lines = answers.slice(0, ANSWERS_SHOWN).map((answer) => {
    const of = escapeText(clip(sayRejectsOf(answer), NAME_SHOWN));
    return clipMrkdwn(`• *${of}*: ${sayAnswer(answer, MRKDWN)}`, 280);
  });
  const rest = answers.length - lines.length;
  const more = rest > 0 ? [`and ${rest} more`] : [];
  return [section([`*${title}*`, ...lines, ...more].join('\n'))];
}

function buyingLine({ segment, won, leads }: BuyingSegment): string {
  return `• *${escapeText(clip(segment, NAME_SHOWN))}*  ${sayFigure({ kind: 'rate', part: won, of: leads })}`;
}

function buyingNote(): TangoBlock {
  return context('Won of the leads that arrived in the last 8 weeks, where it is above the average of all.');
}

/** What became of last week's first: the meeting begins with it. */
function agendaSections({ agenda, lastAgenda, computedAt, timezone }: Scorecard): TangoBlock[] {
  const whose = (item: AgendaItem) => (item.owner ? person(item.owner) : sayWhose(item));
  const now = agenda.map((item) => `• ${sayAgendaPoint(item.point, MRKDWN)} ${whose(item)}`);
  const today = now.length === 0 ? ['Nothing is off track this week.'] : now;
  if (!lastAgenda || lastAgenda.items.length === 0) return [section(today.join('\n'))];
  const fates = lastAgenda.items.map((item) => `• ${sayFate(item, MRKDWN)} ${whose(item)}`);
  const heading = `*${sayWeek(lastAgenda.week, weekAt(computedAt, timezone))}: what became of its agenda*`;
  return [section([heading, ...fates].join('\n')), section(['*Now*', ...today].join('\n'))];
}

/** A section for each side: one for all would be longer than a section may be. */
function formulaSections(): SectionBlock[] {
  const sides = Map.groupBy(METRIC_IDS, (id) => METRICS[id].side);
  return [...sides.values()].map((ids) => section(ids.map(formulaLine).join('\n')));
}

function formulaLine(id: MetricId): string {
  return `*${METRIC_WORDS[id].name}*: ${METRIC_WORDS[id].formula}`;
}
