/** What Slack showed as done has happened, once, and the thread tells it once. */

import { textOf } from '../../support/messages.ts';
import { leadIn } from '../clients/names.ts';
import type { Click, Effect, Promised } from '../promised.ts';
import { cardsIn, type Records, threadUnder } from '../records.ts';
import { type Violation, violations } from './violation.ts';

interface Told {
  lead: string;
  effect: Effect;
  confirmed: number;
  /** Pressed once is done once, however often that was delivered; after an undo a late one may come true again. */
  most: number;
  happened: number;
  /** In the thread of the card; null where there is none. */
  said: number | null;
  person: string;
}

export function judgeClicks({ clicks, commands }: Promised, records: Records): Violation[] {
  const told = [...Map.groupBy(clicks, ({ lead, effect }) => `${lead} ${effect}`).values()].map((same) =>
    toldOf(same, clicks, records),
  );
  return [
    ...forgotten(told, (person) => records.wordsFor(person) - wordsAtOnce(clicks, person)),
    ...violations(
      'a click happens once',
      told.filter(({ happened, most }) => happened > most),
      ({ lead, effect, happened, most }) => `${lead} was ${effect} ${happened} times, pressed for ${most}`,
    ),
    ...violations(
      'the thread tells each thing once',
      told.filter(({ happened, said }) => said !== null && said !== happened),
      ({ lead, effect, happened, said }) => `${lead} was ${effect} ${happened} times, told ${said} times`,
    ),
    ...violations(
      'a command that was acknowledged is answered',
      commands.filter(({ isAnswered }) => !isAnswered()),
      ({ command, person }) => `${command} of ${person}`,
    ),
  ];
}

/** Unless its person was told: a refusal may come later, by another way. */
function forgotten(told: readonly Told[], laterWordsFor: (person: string) => number): Violation[] {
  const missing = told.filter(({ confirmed, happened }) => happened < confirmed);
  const unsaid = [...Map.groupBy(missing, ({ person }) => person)].flatMap(([person, mine]) =>
    mine.slice(Math.max(0, laterWordsFor(person))),
  );
  return violations(
    'a click that was acknowledged has happened',
    unsaid,
    ({ lead, effect, person, happened }) => `${person} did, and ${lead} was ${effect} ${happened} times`,
  );
}

/** They belong to clicks that nobody takes for done. */
function wordsAtOnce(clicks: readonly Click[], person: string): number {
  return clicks.filter((click) => click.person === person).reduce((sum, { told }) => sum + told, 0);
}

function toldOf(same: readonly Click[], all: readonly Click[], records: Records): Told {
  const [{ lead, effect, person }] = same as [Click];
  const row = records.leads.find(({ name }) => leadIn(name) === lead);
  const happened = records.history.filter(({ leadId, kind }) => leadId === row?.id && kind === effect);
  const isUndone = all.some((click) => click.lead === lead && click.effect === 'undone');
  const pressed = same.filter((click) => click.pressed > 0);
  const presses = pressed.reduce((sum, click) => sum + click.pressed, 0);
  return {
    ...{ lead, effect, person },
    confirmed: same.filter(({ confirmed }) => confirmed).length,
    most: isUndone ? presses : pressed.length,
    happened: happened.length,
    said: timesSaid(lead, effect, records),
  };
}

const SENTENCES: Record<Effect, RegExp> = {
  claimed: /claimed it,/g,
  contacted: /made the first contact,/g,
  qualified: /qualified it/g,
  rejected: /rejected it:/g,
  undone: /took back the /g,
};

function timesSaid(lead: string, effect: Effect, records: Records): number | null {
  const card = cardsIn(records).find((one) => leadIn(textOf(one)) === lead);
  if (!card) return null;
  const words = threadUnder(records, card).map(textOf).join('\n');
  return words.match(SENTENCES[effect])?.length ?? 0;
}
