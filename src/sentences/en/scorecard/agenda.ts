import type { AgendaFate, AgendaItem } from '../../../domain/scorecard/agenda.ts';
import type { AgendaPoint } from '../../../domain/scorecard/agenda-point.ts';
import { clip } from '../../clip.ts';
import type { Voice } from '../../voice.ts';
import { count } from '../count.ts';
import { sayRoundMoney } from '../money.ts';
import { sayShortDay } from '../week.ts';
import { sayFigure, sayShortFigure } from './figure.ts';
import { METRIC_WORDS } from './metrics.ts';

/** A plain sentence; nobody is blamed in it. */
export function sayAgendaPoint(point: AgendaPoint, voice: Voice): string {
  switch (point.code) {
    case 'money_without_leads':
      return `${sayMoneyAndLeads(point, voice)}${likeIt(point)}.`;
    case 'no_source':
      return `${point.leads} of ${count(point.of, 'lead')} ${point.leads === 1 ? 'names' : 'name'} no source.`;
    case 'unclaimed':
      return waiting(point.leads);
    case 'contact_late':
      return `First contact in time: ${sayPartOf(point)}.`;
    case 'other_reason':
      return `${point.leads} of ${point.of} rejected leads have “other” as their reason: is a reason missing from the list?`;
    case 'one_reason':
      return `${point.leads} of ${point.of} rejected leads: ${named(point.label, voice)}${mostFrom(point, voice)}.`;
    case 'worst_movement':
      return `${metricName(point)}: ${sayShortFigure(point.now)}, on average ${sayShortFigure(point.average)} before: no other number has moved so far for the worse.`;
    case 'no_spend':
      return point.minor === null
        ? 'No spend is recorded for this week, so no cost can be told.'
        : `${sayRoundMoney({ ...point, minor: point.minor })} is recorded for this week.`;
    case 'silent_source':
      return point.since === null
        ? `${named(point.source, voice)} brings leads again.`
        : `${named(point.source, voice)} has brought no lead since ${sayShortDay(point.since)}${likeIt(point)}.`;
    case 'rejects_unanswered':
      return `What was rejected of ${rejectsOf(point, voice)} (${count(point.leads, 'lead')}) was not answered in time${likeThem(point)}.`;
    case 'in_words':
      return voice.text(point.text);
    default:
      return point satisfies never;
  }
}

const FATE_WORDS: Record<AgendaFate['fate'], string> = {
  done: 'Done',
  better: 'Better',
  still: 'Still so',
  unknown: 'Cannot be told this week',
};

/** "Done. First contact in time: 70 % (7/10) → 92 % (46/50)." */
export function sayFate({ fate, point, now }: AgendaFate, voice: Voice): string {
  const then = sayMatter(point, voice);
  const figures = now ? `${sayNumber(point)} → ${sayNumber(now)}` : sayNumber(point);
  return `${FATE_WORDS[fate]}. ${then}: ${figures}.`;
}

/** Where nobody is named, the side stands for them. */
export function sayWhose({ side }: Pick<AgendaItem, 'side'>): string {
  return `(${side}: nobody is there)`;
}

/** What it is about, without its number. */
function sayMatter(point: AgendaPoint, voice: Voice): string {
  switch (point.code) {
    case 'money_without_leads':
      return `Spent on ${named(point.source, voice)}`;
    case 'no_source':
      return 'Leads without a source';
    case 'unclaimed':
      return 'Leads that wait to be claimed';
    case 'contact_late':
      return 'First contact in time';
    case 'other_reason':
      return 'Rejected with “other” as the reason';
    case 'one_reason':
      return `Rejected as ${named(point.label, voice)}`;
    case 'worst_movement':
      return metricName(point);
    case 'no_spend':
      return 'Spend of the week';
    case 'silent_source':
      return `No lead of ${named(point.source, voice)}`;
    case 'rejects_unanswered':
      return `Rejected of ${rejectsOf(point, voice)} and not answered`;
    case 'in_words':
      return voice.text(point.text);
    default:
      return point satisfies never;
  }
}

function sayNumber(point: AgendaPoint): string {
  switch (point.code) {
    case 'money_without_leads':
      return point.minor === 0 && point.leads === 0
        ? 'nothing'
        : `${sayRoundMoney(point)}, ${leadsCame(point)}`;
    case 'unclaimed':
      return String(point.leads);
    case 'no_source':
    case 'other_reason':
    case 'one_reason':
      return `${point.leads} of ${point.of}`;
    case 'contact_late':
      return sayPartOf(point);
    case 'worst_movement':
      return sayShortFigure(point.now);
    case 'silent_source':
      return point.since === null ? 'leads again' : `since ${sayShortDay(point.since)}`;
    case 'rejects_unanswered':
      return count(point.leads, 'lead');
    case 'no_spend':
      return point.minor === null ? 'not recorded' : sayRoundMoney({ ...point, minor: point.minor });
    case 'in_words':
      return '';
    default:
      return point satisfies never;
  }
}

type Money = Extract<AgendaPoint, { code: 'money_without_leads' }>;

function sayMoneyAndLeads(point: Money, voice: Voice): string {
  const spent = `${sayRoundMoney(point)} was spent on ${named(point.source, voice)}`;
  return point.leads === 0
    ? `${spent}, and no lead came of it in this week`
    : `${spent}, and ${leadsCame(point)} came of it in this week`;
}

function leadsCame({ leads }: Money): string {
  return leads === 0 ? 'no lead' : count(leads, 'lead');
}

function waiting(leads: number): string {
  if (leads === 0) return 'No lead waits to be claimed.';
  return leads === 1 ? 'One lead waits to be claimed.' : `${leads} leads wait to be claimed.`;
}

function sayPartOf({ part, of }: { part: number; of: number }): string {
  return sayFigure({ kind: 'rate', part, of });
}

/** A number that was published and is counted no more is called by its id. */
function metricName({ metric }: Extract<AgendaPoint, { code: 'worst_movement' }>): string {
  const words: { name: string } | undefined = METRIC_WORDS[metric];
  return words?.name ?? metric;
}

const NAME_SHOWN = 60;

/** However long it is: a message holds only so much. */
function named(text: string, voice: Voice): string {
  return voice.text(clip(text, NAME_SHOWN));
}

function likeIt({ others }: { others: number }): string {
  return others === 0 ? '' : `, as with ${count(others, 'more source')}`;
}

function rejectsOf({ of }: { of: string | null }, voice: Voice): string {
  return of === null ? 'leads without a source' : named(of, voice);
}

function likeThem({ others }: { others: number }): string {
  return others === 0 ? '' : `, nor was that of ${count(others, 'more campaign')}`;
}

function mostFrom({ campaign }: { campaign: string | null }, voice: Voice): string {
  return campaign === null ? '' : `, most from ${named(campaign, voice)}`;
}
