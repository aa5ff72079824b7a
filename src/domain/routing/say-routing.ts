import type { PassedWhy } from '../lead/lead-event.ts';
import type { PersonId } from '../team/actor.ts';
import type { TurnNote } from './route-lead.ts';

interface Names {
  person: (id: PersonId) => string;
  /** What came from outside. */
  text: (text: string) => string;
}

/** "@ana: next in turn for Webinar, 3 open of 8; @ben is on leave" */
export function sayRouting(note: TurnNote, { person, text }: Names): string {
  const passed = note.passed.slice(0, MOST_NAMED).map((each) => `${person(each.person)} ${WHY[each.why]}`);
  const others =
    note.passed.length > MOST_NAMED ? [`${note.passed.length - MOST_NAMED} more are not there`] : [];
  const whose = note.to ? `${person(note.to)}: next in turn` : 'nobody is there';
  const what = note.what ? ` for ${text(note.what)}` : '';
  const load = note.to ? `, ${note.open} open${note.cap === null ? '' : ` of ${note.cap}`}` : '';
  return [`${whose}${what}${load}`, ...passed, ...others].join('; ');
}

const MOST_NAMED = 5;

const WHY: Record<PassedWhy, string> = {
  gone: 'has no account any more',
  leave: 'is on leave',
  hours: 'is outside of working hours',
  full: 'has as many as the rule allows',
};
