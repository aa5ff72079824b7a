/** `/tango leave`, `/tango hours` and `/tango region`: one's own working time; managers say it for others with a mention in front. */

import type { PersonId } from '../../../domain/team/actor.ts';
import type { OwnTimeChange } from '../../../domain/team/own-time.ts';
import { readHours, type TypedHours } from '../../../domain/time/read-hours.ts';
import { AppError, inWords } from '../../../errors.ts';
import { type Named, setOwnTime } from '../../../usecases/team/set-own-time.ts';
import { ownTimeLine } from '../../views/team/own-time.ts';
import type { Command } from '../edge/command.ts';
import type { ListenerDeps } from '../edge/listen.ts';

const WORDS = ['leave', 'hours', 'region'] as const;
type Word = (typeof WORDS)[number];

export function isAboutOwnTime({ text }: Command): boolean {
  return WORDS.some((word) => word === firstWord(text));
}

export async function onOwnTime({ ctx }: ListenerDeps, command: Command): Promise<void> {
  const { person: by, text, whisper } = command;
  const word = WORDS.find((known) => known === firstWord(text)) ?? 'leave';
  const { of, rest } = whom(text.slice(word.length).trim(), by);
  const change = rest === '' ? null : read(word, rest);
  const { person, own, team } = await setOwnTime(ctx, { by, of, change });
  await whisper(ownTimeLine({ own, team, person: person === by ? null : person, isNews: change !== null }));
}

function firstWord(text: string): string {
  return text.split(/\s/, 1)[0]?.toLowerCase() ?? '';
}

/** Slack turns "@ben" into `<@U0123|ben>` where the app asks for it, and leaves it as it is where it does not. */
function whom(text: string, by: PersonId): { of: Named; rest: string } {
  const [mentioned, id, name] = /^(?:<@([A-Z0-9_]+)(?:\|[^>]*)?>|@(\S+))/.exec(text) ?? [];
  const rest = text.slice(mentioned?.length ?? 0).trim();
  if (id) return { of: { id: id as PersonId }, rest };
  return { of: name ? { name } : { id: by }, rest };
}

const DAY = String.raw`(\d{4}-\d{2}-\d{2})`;
const LEAVE = new RegExp(`^${DAY}(?:\\s*(?:to|until|-|–)\\s*${DAY})?$`, 'i');

function read(word: Word, rest: string): OwnTimeChange {
  if (word === 'leave') return rest === 'off' ? { kind: 'no_leave' } : { kind: 'leave', leave: leave(rest) };
  if (word === 'hours') return { kind: 'hours', hours: rest === 'off' ? null : hours(rest) };
  return { kind: 'region', region: rest === 'off' ? null : rest.toUpperCase() };
}

function leave(text: string): { from: string; to: string } {
  const [, from = '', to = from] = LEAVE.exec(text) ?? [];
  if (!isDay(from) || !isDay(to)) {
    throw new AppError(
      'invalid',
      inWords('Please say it as in `/tango leave 2026-12-20 to 2027-01-03`, or `off`.'),
    );
  }
  return { from, to };
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function hours(text: string): TypedHours {
  const read = readHours(text);
  if (read) return read;
  const examples =
    '`/tango hours 08:00 to 16:30`, `/tango hours Mon-Thu 9-17, Fri 9-13`, `/tango hours 09:00 to 14:00, 16:30 to 20:00`';
  throw new AppError('invalid', inWords(`Please say it as in ${examples}, or \`off\`.`));
}
