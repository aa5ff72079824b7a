/** The buttons of the demo on the page: the clock, and a lead on demand. Each says what happened. */

import type { EmulatorOptions } from '../emulator/start-emulator.ts';
import { teamCalendar } from '../src/domain/time/calendar.ts';
import { HOUR } from '../src/domain/time/duration.ts';
import { viewSettings } from '../src/usecases/team/load-settings.ts';
import type { Arrivals } from './arrivals.ts';
import { nagsSince, type SaidNag } from './look-up.ts';
import { sayTime } from './say-time.ts';
import { type Stage, settle } from './settle.ts';
import { nextMorning, nextScorecardAt, travelTo, travelToNag } from './travel.ts';

type Control = NonNullable<EmulatorOptions['controls']>[number];

export interface Show extends Stage {
  arrivals: Arrivals;
}

/** They answer once the story has been told; one at a time, because there is one clock. */
export function createControls(opened: Promise<Show>): Control[] {
  let last: Promise<unknown> = opened;
  const inTurn = (run: (show: Show) => Promise<string>) => () => {
    const turn = last.then(async () => run(await opened));
    last = turn.catch(() => undefined);
    return turn;
  };
  return [
    { id: 'nag', label: 'Forward to the next nag', hint: 'a reminder', run: inTurn(toNag) },
    { id: 'hour', label: 'Forward one hour', hint: '', run: inTurn(anHour) },
    { id: 'morning', label: 'Forward to the next morning', hint: '9:00', run: inTurn(toMorning) },
    { id: 'monday', label: 'Forward to Monday 9:00', hint: 'the scorecard', run: inTurn(toMonday) },
    { id: 'lead', label: 'A lead arrives now', hint: 'over HTTP', run: inTurn(aLead) },
  ];
}

async function toNag(show: Show): Promise<string> {
  const departure = show.clock.now();
  if (!(await travelToNag(show))) return 'Nobody waits for anything: let a lead arrive first.';
  const [first] = await nagsSince(show.bot.ctx, departure);
  return say(show, first ? sayNag(show, first) : '');
}

async function anHour(show: Show): Promise<string> {
  return say(show, await forward(show, show.clock.now() + HOUR));
}

async function toMorning(show: Show): Promise<string> {
  const settings = await viewSettings(show.bot.ctx);
  return say(show, await forward(show, nextMorning(teamCalendar(settings), show.clock.now())));
}

async function toMonday(show: Show): Promise<string> {
  const settings = await viewSettings(show.bot.ctx);
  const reminders = await forward(show, nextScorecardAt(settings, show.clock.now()));
  return say(show, 'The scorecard of last week is in #scorecard.', reminders);
}

async function aLead({ arrivals, emulator }: Show): Promise<string> {
  const who = await arrivals.now();
  return emulator.faults.isOut
    ? `${who} is taken; the card follows when Slack is back.`
    : `${who}: the card is in #leads.`;
}

async function forward(show: Show, target: number): Promise<string> {
  const departure = show.clock.now();
  await travelTo(show, target);
  // A run that the minute's tick had begun still went by the old time.
  await show.bot.jobs.runOnce();
  await settle(show);
  return sayReminders(await nagsSince(show.bot.ctx, departure));
}

function say({ clock, emulator }: Show, ...sentences: string[]): string {
  const held = emulator.faults.isOut ? 'Slack is down: what was said follows when it is back.' : '';
  return [`It is now ${sayTime(clock.now())}.`, ...sentences, held].filter(Boolean).join(' ');
}

function sayNag({ emulator }: Show, { step, lead, owner }: SaidNag): string {
  const name = owner && emulator.workspace.people.find(owner)?.realName;
  if (step?.how === 'dm' && name) return `${name} got a direct message about ${lead}.`;
  if (step?.how === 'channel') return `#leads hears that nobody has claimed ${lead} yet.`;
  return `A word about ${lead} is in the thread of the card in #leads.`;
}

function sayReminders(said: readonly SaidNag[]): string {
  if (said.length === 0) return 'Nobody had to be reminded.';
  return said.length === 1
    ? 'On the way one reminder went out.'
    : `On the way ${said.length} reminders went out.`;
}
