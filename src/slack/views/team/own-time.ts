import type { PersonId } from '../../../domain/team/actor.ts';
import type { OwnTime } from '../../../domain/team/own-time.ts';
import { context, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person } from '../kit/text.ts';
import { sayDay } from '../kit/times.ts';

export interface OwnTimeLineScene {
  own: OwnTime;
  /** Null: the reader. */
  person: PersonId | null;
  isNews: boolean;
}

/** What Tango knows of somebody's working time, for their eyes or a manager's. */
export function ownTimeLine({ own, person: about, isNews }: OwnTimeLineScene): MessageView {
  const whose = about ? person(about) : 'you';
  const sentence = `${isNews ? 'Noted. ' : ''}This is what I know of ${whose}: ${facts(own).join('; ')}.`;
  const hint =
    'No reminder comes outside of these hours or on leave, and no lead is given in turn. To change it: `/tango leave 2026-12-20 to 2027-01-03`, `/tango hours 08:00 to 16:30`, `/tango region DE-BY`; `off` after any of them takes it back. Managers say it for somebody else with @name in front.';
  return { text: sentence, blocks: [section(sentence), context(hint)] };
}

function facts({ hours, region, leave }: OwnTime): string[] {
  return [
    leave.length > 0 ? `on leave ${leave.map(sayLeave).join(' and ')}` : 'no leave',
    hours ? `working hours ${hours.from} to ${hours.to}` : 'the working hours of the team',
    region ? `public holidays of ${escapeText(region)}` : 'the public holidays of the team',
  ];
}

function sayLeave({ from, to }: { from: string; to: string }): string {
  return from === to ? `on ${sayDay(from)}` : `from ${sayDay(from)} to ${sayDay(to)}`;
}
