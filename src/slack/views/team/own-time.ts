import type { PersonId } from '../../../domain/team/actor.ts';
import type { OwnTime } from '../../../domain/team/own-time.ts';
import type { OwnHours } from '../../../domain/team/person.ts';
import type { CalendarSettings } from '../../../domain/time/calendar.ts';
import type { Hours } from '../../../domain/time/shift.ts';
import { sayHours } from '../../../sentences/en/own-hours.ts';
import { context, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person } from '../kit/text.ts';
import { sayDay } from '../kit/times.ts';

export interface OwnTimeLineScene {
  own: OwnTime;
  /** Null: the reader. */
  person: PersonId | null;
  /** Whose days and hours are meant where nothing else was said. */
  team: TeamHours;
  isNews: boolean;
}

type TeamHours = Hours & Pick<CalendarSettings, 'weekdays'>;

/** What Tango knows of somebody's working time, for their eyes or a manager's. */
export function ownTimeLine({ own, person: about, team, isNews }: OwnTimeLineScene): MessageView {
  const whose = about ? person(about) : 'you';
  const sentence = `${isNews ? 'Noted. ' : ''}This is what I know of ${whose}: ${facts(own, team).join('; ')}.`;
  const hint =
    'No reminder comes outside of these hours or on leave, and no lead is given in turn. To change it: `/tango leave 2026-12-20 to 2027-01-03`, `/tango hours Mon-Thu 08:00 to 16:30` or `09:00 to 14:00, 16:30 to 20:00`, `/tango region DE-BY`; `off` after any of them takes it back. Managers say it for somebody else with @name in front.';
  return { text: sentence, blocks: [section(sentence), context(hint)] };
}

function facts(own: OwnTime, team: TeamHours): string[] {
  const { region, leave } = own;
  return [
    leave.length > 0 ? `on leave ${leave.map(sayLeave).join(' and ')}` : 'no leave',
    hoursFact(own, team),
    region ? `public holidays of ${escapeText(region)}` : 'the public holidays of the team',
  ];
}

function hoursFact({ hours, nextHours }: OwnTime, team: TeamHours): string {
  const now = said(hours, team);
  return nextHours ? `${now}; from ${sayDay(nextHours.from)}: ${said(nextHours.hours, team)}` : now;
}

/** With the days by their names, so that nobody has to guess which the team's are. */
function said(hours: OwnHours | null, team: TeamHours): string {
  const spelled = sayHours({ ...(hours ?? team), days: hours?.days ?? team.weekdays });
  return hours ? `working hours ${spelled}` : `the working hours of the team (${spelled})`;
}

function sayLeave({ from, to }: { from: string; to: string }): string {
  return from === to ? `on ${sayDay(from)}` : `from ${sayDay(from)} to ${sayDay(to)}`;
}
