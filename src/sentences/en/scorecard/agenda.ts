import type { AgendaPoint } from '../../../domain/scorecard/agenda.ts';
import type { Voice } from '../../voice.ts';
import { count } from '../count.ts';
import { sayRoundMoney } from '../money.ts';
import { sayFigure } from './figure.ts';

/** A plain sentence; nobody is blamed in it. */
export function sayAgendaPoint(point: AgendaPoint, voice: Voice): string {
  switch (point.code) {
    case 'money_without_leads':
      return `${sayRoundMoney(point)} was spent on ${voice.text(point.source)}, and no lead came of it in this week${likeIt(point)}.`;
    case 'unclaimed':
      return point.leads === 1 ? 'One lead waits to be claimed.' : `${point.leads} leads wait to be claimed.`;
    case 'contact_late':
      return `First contact in time: ${sayFigure({ kind: 'rate', part: point.part, of: point.of })}.`;
    case 'other_reason':
      return `${point.leads} of ${point.of} rejected leads have “other” as their reason: is a reason missing from the list?`;
    case 'one_reason':
      return `${point.leads} of ${point.of} rejected leads: ${voice.text(point.label)}${mostFrom(point, voice)}.`;
    case 'no_spend':
      return 'No spend is recorded for this week, so no cost can be told.';
    case 'in_words':
      return voice.text(point.text);
    default:
      return point satisfies never;
  }
}

function likeIt({ others }: { others: number }): string {
  return others === 0 ? '' : `, as with ${count(others, 'more source')}`;
}

function mostFrom({ campaign }: { campaign: string | null }, voice: Voice): string {
  return campaign === null ? '' : `, most from ${voice.text(campaign)}`;
}
