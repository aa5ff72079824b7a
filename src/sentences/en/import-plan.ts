/** What is said of a file before it is taken. */

import { MESSAGE_EVERY } from '../../domain/delivery/backlog.ts';
import type { ImportNoun } from '../../domain/import/import.ts';
import type {
  ImportPlan,
  ImportQuestion,
  PlannedCounts,
  PlannedReading,
  PlannedRefusal,
  PlannedState,
} from '../../domain/import/import-plan.ts';
import { TOLD_STATES, type ToldState } from '../../domain/lead/history.ts';
import { count } from './count.ts';
import { sayDuration } from './duration.ts';
import { sayFills } from './fills.ts';
import { sayLeadsFirst } from './import.ts';
import { TOLD_WORDS } from './lead-history.ts';

/** In lines, for a terminal. What was counted is said where somebody decides by it; else the result says so a moment later. */
export function sayPlan(plan: ImportPlan, { isCounted }: { isCounted: boolean }): string[] {
  const kept = plan.unread.filter(({ isKept, guess }) => isKept && guess === null);
  const unread = plan.unread.filter(({ isKept, guess }) => !isKept && guess === null);
  const guessed = plan.unread.filter(({ guess }) => guess !== null);
  return [
    `${plan.fileName}: ${sayCount(plan.rows, 'row')}, read as ${plan.noun}.`,
    ...plan.fields.map(({ field, column, example }) =>
      column === null
        ? `  ${field} = ${example}`
        : `  ${field} ← ${column}${example ? ` (${clip(example)})` : ''}`,
    ),
    ...(kept.length > 0 ? [`Kept with each lead: ${kept.map(({ column }) => column).join(', ')}.`] : []),
    ...(unread.length > 0 ? [`Not read: ${unread.map(({ column }) => column).join(', ')}.`] : []),
    ...guessed.map(
      ({ column, isKept, guess }) =>
        `${isKept ? 'Kept with each lead' : 'Not read'}: ${column}. Did you mean --map ${typedOut(`${guess}=${column}`)}?`,
    ),
    ...plan.readings.map(sayReading),
    ...sayStates(plan.states),
    ...plan.questions.map(sayQuestion),
    ...(isCounted ? sayCounts(plan) : []),
  ];
}

const KIND_WORDS = {
  leads: 'leads',
  outcomes: 'deals that were won or lost',
  spend: 'what was spent',
} as const;

/** Of a file that lacks what was asked for. */
export function sayOtherKind(noun: ImportNoun): string {
  return `It looks like a file of ${KIND_WORDS[noun]}: \`tango ${noun} import\` takes those.`;
}

/** As a shell wants it. */
function typedOut(text: string): string {
  return /^[\w.=-]+$/.test(text) ? text : JSON.stringify(text);
}

const ORDERS = { dmy: 'day-month-year', mdy: 'month-day-year', ymd: 'year-month-day' } as const;

function sayReading(reading: PlannedReading): string {
  if (reading.what === 'amounts')
    return `${reading.column} has a decimal ${reading.mark === ',' ? 'comma' : 'point'}.`;
  const told = reading.told === null ? '' : `, as “${reading.told}” tells`;
  return `${reading.column} is ${ORDERS[reading.order]}${told}.`;
}

/** With the option that answers it. */
function sayQuestion(question: ImportQuestion): string {
  switch (question.what) {
    case 'date_order': {
      const rows = question.against.map(({ line, text }) => `line ${line} has “${text}”`).join(', ');
      const why =
        question.against.length > 1
          ? `the dates fit no single order (${rows})`
          : 'the file’s rows do not tell';
      return `${question.field}: “${question.example}” may be day-month or month-day, and ${why}; add --date-order ${question.answers.join(' or ')}`;
    }
    case 'decimal':
      return `${question.field}: “${question.example}” may be ${question.readings.join(' or ')}, and no other row tells; add --decimal comma or --decimal point`;
    case 'currency':
      return `${question.field}: “${question.example}” may be in ${question.answers.slice(0, CURRENCIES_SAID).join(', ')} or another currency; add --currency CODE`;
    case 'states':
      return sayUnknownStates(question);
    case 'cards':
      return `${sayCount(question.cards, 'card')} would be posted, ${sayPosting(question.cards)}: more than are posted unasked; add --post recent, or --post none`;
    default:
      return question satisfies never;
  }
}

/** "199 new, 12 here already, 3 refused. 19 cards, about 20 seconds." */
function sayCounts({ noun, rows, counts }: ImportPlan): string[] {
  if (!counts) return [];
  const { taken, updated, unchanged, refused, totals, open, withoutDate, cards, owners, withoutLead } =
    counts;
  const first = sayLeadsFirst({ rows: rows - totals - open, withoutLead });
  const parts = [
    `${taken.toLocaleString('en')} new`,
    ...(updated > 0 ? [`${updated.toLocaleString('en')} brought up to date`] : []),
    `${unchanged.toLocaleString('en')} here already`,
    `${refused.toLocaleString('en')} refused`,
    ...(totals > 0 ? [`${sayCount(totals, 'sum')} left out`] : []),
    ...(open > 0 ? [`${sayCount(open, 'open deal')} passed over`] : []),
    ...(withoutDate > 0 ? [`${withoutDate.toLocaleString('en')} without a date`] : []),
  ];
  const posted = cards > 0 ? `${sayCount(cards, 'card')}, ${sayPosting(cards)}` : 'no card';
  return [
    ...(first === null ? [] : [first]),
    `${parts.join(', ')}${noun === 'leads' ? `; ${posted}` : ''}.`,
    ...sayFills(counts.fills),
    ...sayOwners(owners),
    ...sayReasons(counts.reasons),
  ];
}

const OWNERS_SAID = 10;

/** Whose leads they are elsewhere, where that is nobody here. */
export function sayOwners(owners: PlannedCounts['owners']): string[] {
  if (!owners || owners.unknown.length === 0) return [];
  const said = owners.unknown
    .slice(0, OWNERS_SAID)
    .map(({ text, rows }) => `“${clip(text)}” (${sayCount(rows, 'row')})`);
  const more = owners.unknown.length - said.length;
  const names = [...said, ...(more > 0 ? [`${more.toLocaleString('en')} more`] : [])].join(', ');
  return [`Owners that are nobody here, kept as text: ${names}; --owner NAME=U0123ABC says who it is.`];
}

/** "Closed Won = won (12 rows), Nurturing = resting (3 rows)". */
function sayStates(states: readonly PlannedState[]): string[] {
  const known = states.filter(({ means }) => means !== null);
  if (known.length === 0) return [];
  const said = known.map(
    ({ text, rows, means }) => `“${clip(text)}” is ${sayMeaning(means ?? '')} (${sayCount(rows, 'row')})`,
  );
  return [`${said.join(', ')}.`];
}

function sayMeaning(means: string): string {
  return means in TOLD_WORDS ? TOLD_WORDS[means as ToldState] : means;
}

function sayUnknownStates({ field, words }: Extract<ImportQuestion, { what: 'states' }>): string {
  const [first] = words;
  const all = words
    .slice(0, WORDS_SAID)
    .map(({ text, rows }) => `“${clip(text)}” (${sayCount(rows, 'row')})`);
  const more = words.length > WORDS_SAID ? ` and ${words.length - WORDS_SAID} more` : '';
  const option = field === 'status' ? '--status' : '--stage';
  const meanings = field === 'status' ? TOLD_STATES : ['won', 'lost', 'open'];
  const example = typedOut(`${first?.text ?? ''}=${meanings[0]}`);
  return `${field}: nobody has said what ${all.join(', ')}${more} ${words.length === 1 ? 'means' : 'mean'}; add ${option} ${example}, or ${meanings
    .slice(1)
    .map((each) => `=${each}`)
    .join(', ')}; or --ignore the column`;
}

const WORDS_SAID = 12;
const CURRENCIES_SAID = 3;

const REASONS_SAID = 10;

export function sayReasons(reasons: readonly PlannedRefusal[]): string[] {
  const said = reasons.slice(0, REASONS_SAID).map(({ reason, rows, lines }) => {
    const more = rows > lines.length ? ', …' : '';
    return `  ${sayCount(rows, 'row')} refused: ${reason} (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more})`;
  });
  const left = reasons.length - said.length;
  return left > 0 ? [...said, `  and for ${count(left, 'more reason')}`] : said;
}

function sayPosting(cards: number): string {
  return `about ${sayDuration(cards * MESSAGE_EVERY)}`;
}

const LONGEST = 40;

function clip(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
}

function sayCount(amount: number, noun: string): string {
  return count(amount, noun).replace(/^\d+/, amount.toLocaleString('en'));
}
