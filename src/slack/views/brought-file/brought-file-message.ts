/** A file that somebody brought, from the moment on which they dropped it: what it is, how far it is, what came of it. */
import {
  type BroughtFile,
  cardsOf,
  type FileLook,
  type FileOutcome,
  hasNews,
  openQuestions,
} from '../../../domain/brought-file/brought-file.ts';
import { isSheet } from '../../../domain/brought-file/sheet-watch.ts';
import { clip } from '../../../sentences/clip.ts';
import { NOUN_WORDS, sayField, sayFindings } from '../../../sentences/en/brought-file.ts';
import { count } from '../../../sentences/en/count.ts';
import { sayLeadsFirst } from '../../../sentences/en/import.ts';
import { sayDays } from '../../../sentences/en/spend.ts';
import { sayRefusal } from '../../../sentences/refusal.ts';
import { PLAIN } from '../../../sentences/voice.ts';
import { BROUGHT_FILE, broughtFileKey } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { button, confirm } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText } from '../kit/text.ts';
import { readerTime, sayDay } from '../kit/times.ts';
import { MRKDWN } from '../kit/voice.ts';
import { questionBlocks } from './question-blocks.ts';

export interface BroughtFileScene {
  file: BroughtFile;
  /** When the same bytes were imported before; null: never. */
  before: number | null;
  timezone: string;
  /** It is a sheet that is looked at every day. */
  isWatched: boolean;
  /** Of such a one: for how many days its person has not answered. */
  daysWaited: number;
  /** Why its person may not bring it. */
  refusal: Parameters<typeof sayRefusal>[0];
}

export function broughtFileMessage(scene: BroughtFileScene): MessageView {
  const { file } = scene;
  const name = `*${escapeText(clip(file.name, 150))}*`;
  switch (file.state) {
    case 'refused': {
      const text = sayRefusal(scene.refusal, MRKDWN);
      return { text: sayRefusal(scene.refusal, PLAIN), blocks: [section(text)] };
    }
    case 'waiting':
      return line(`I am looking at ${name}.${waits(file)}`);
    case 'shown':
      return file.look ? plan(scene, file.look, name) : line(`I am looking at ${name}.`);
    case 'asked':
      return line(
        `Importing ${name}: ${number(file.rowsDone)} of ${rowsIn(file.look?.rows ?? 0)}.${waits(file)}`,
      );
    case 'done':
      return outcome(scene, name);
    case 'undo_asked':
      return line(`I am taking ${name} back.`);
    case 'undone':
      return line(`${name} was taken back. ${sayUndoneFile(file)}`);
    case 'cancelled':
      return line(`${name} was not imported.`);
    case 'replaced':
      return line(`${name} was not imported. I have looked at it again since.`);
    case 'failed':
      return problem(file, name);
  }
}

function waits({ problem: why }: BroughtFile): string {
  return why === null ? '' : ` ${escapeText(why)}`;
}

function line(text: string): MessageView {
  return { text: plainly(text), blocks: [section(text)] };
}

function plan(
  { file, before, timezone, daysWaited }: BroughtFileScene,
  look: FileLook,
  name: string,
): MessageView {
  const { noun, sheet, rows, fields, unused } = look;
  const where = sheet ? ` · sheet “${escapeText(clip(sheet.name, 60))}”` : '';
  const head = `${name}${where} · ${rowsIn(rows)} · looks like: ${NOUN_WORDS[noun]}`;
  const questions = openQuestions(file);
  const findings = questions.some(({ kind }) => kind !== 'cards' && kind !== 'overlap')
    ? []
    : sayFindings(look, cardsOf(look, file.wish));
  const { from, to, ...set } = file.wish.set;
  const constants = Object.entries(set).map(
    ([field, value]) =>
      `${sayField(field)} = *${escapeText(clip(value, 60))}*${field === 'source' && look.isSourceNew ? ', a new one' : ''}`,
  );
  const told = from && to ? [`Days = *${sayDays({ from, to })}*`] : [];
  const titled = look.period ? [`Days = *${sayDays(look.period)}*, as the file’s title names them`] : [];
  const days = told.length > 0 ? told : titled;
  const mapped = [...fields.map(fieldLine), ...days, ...constants];
  return {
    text: plainly(`${head}.`),
    blocks: [
      section(head),
      ...(daysWaited === 0
        ? []
        : [
            section(
              `It has waited for you for ${count(daysWaited, 'day')}: so long nothing new of it comes in.`,
            ),
          ]),
      ...(before === null
        ? []
        : [
            section(
              `You have this already: it was imported ${readerTime(before, timezone, 'at')}.${look.fills ? '' : ' Once more adds nothing new.'}`,
            ),
          ]),
      ...(mapped.length === 0 ? [] : [section(mapped.join('\n'))]),
      ...(unused.length === 0 ? [] : [context(unusedLine(look))]),
      ...(findings.length === 0 ? [] : [section(findings.map((each) => `• ${escapeText(each)}`).join('\n'))]),
      ...refusedBlocks(look),
      ...questions.flatMap((question) => questionBlocks(file, question)),
      actions(buttons(file, questions.length === 0 && hasNews(look))),
    ],
  };
}

function fieldLine({ field, column, example, readAs }: FileLook['fields'][number]): string {
  const shown = clip(example.replaceAll(/\s+/g, ' '), 40);
  const read =
    readAs && /^\d{4}-\d\d-\d\d/.test(readAs) && !/^\d{4}-/.test(example)
      ? ` = ${sayDay(readAs.slice(0, 10))}`
      : '';
  const sample = shown === '' ? '' : ` · _${escapeText(shown)}_${read}`;
  return `*${sayField(field)}* ← ${escapeText(clip(column || '(no name)', 60))}${sample}`;
}

function unusedLine({ noun, unused }: FileLook): string {
  const names = unused.slice(0, 20).map((name) => escapeText(clip(name, 40)));
  const more = unused.length > 20 ? ` and ${unused.length - 20} more` : '';
  const what = noun === 'leads' ? 'Kept with the lead as other answers' : 'Not used';
  return `${what}: ${names.join(', ')}${more}`;
}

/** Grouped by what is wrong: a thousand rows with one fault are one line. */
function refusedBlocks({ refused, reasons }: Pick<FileLook, 'refused' | 'reasons'>): TangoBlock[] {
  if (reasons.length === 0) return [];
  const lines = reasons.map(
    ({ reason, rows, lines: named }) =>
      `${rows > 1 ? `${number(rows)} rows (${named.join(', ')}${rows > named.length ? ', …' : ''})` : `Row ${named[0]}`}: ${escapeText(clip(reason, 250))}`,
  );
  const more = refused - reasons.reduce((sum, { rows }) => sum + rows, 0);
  return [context([...lines, ...(more > 0 ? [`and ${number(more)} more`] : [])].join('\n'))];
}

function buttons({ id, look }: BroughtFile, isReady: boolean) {
  const hasWords = isReady && (look?.states.length ?? 0) > 0;
  const value = broughtFileKey.encode(id);
  const fills = look?.fills ?? null;
  return [
    ...(isReady
      ? [button({ action: BROUGHT_FILE.import, text: 'Import', value, style: 'primary' as const })]
      : []),
    button({ action: BROUGHT_FILE.change, text: 'Change…', value }),
    ...(fills && fills.rows > 0 ? [fillButton(value, fills)] : []),
    ...(hasWords ? [button({ action: BROUGHT_FILE.words, text: 'What words mean…', value })] : []),
    button({ action: BROUGHT_FILE.cancel, text: 'Cancel', value }),
  ];
}

function fillButton(value: string, { isAsked }: NonNullable<FileLook['fills']>) {
  return isAsked
    ? button({ action: BROUGHT_FILE.fillNothing, text: 'Leave them as they are', value })
    : button({ action: BROUGHT_FILE.fill, text: 'Fill what is empty', value });
}

function outcome({ file, isWatched }: BroughtFileScene, name: string): MessageView {
  const { look, outcome: done } = file;
  if (!done) return line(`${name} is imported.`);
  const text = `${name}: ${sayOutcome(done, look)}`;
  const lost = done.isFileLost
    ? [
        context(
          'Slack did not take the file of refused rows: whoever runs Tango finds them with `tango imports`.',
        ),
      ]
    : [];
  const buttons = [
    ...(done.taken + done.updated > 0 ? [undoButton(file.id)] : []),
    ...(isSheet(file) ? [watchButton(file.id, isWatched)] : []),
  ];
  return {
    text: plainly(text),
    blocks: [
      section(text),
      ...refusedBlocks(done),
      ...lost,
      ...(isWatched ? [context('I look at it every day, and bring what is new.')] : []),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
    ],
  };
}

function watchButton(id: BroughtFile['id'], isWatched: boolean) {
  const value = broughtFileKey.encode(id);
  return isWatched
    ? button({ action: BROUGHT_FILE.watchNoMore, text: 'Look no more', value })
    : button({ action: BROUGHT_FILE.watch, text: 'Look every day', value });
}

function undoButton(id: BroughtFile['id']) {
  return button({
    action: BROUGHT_FILE.undo,
    text: 'Take it back',
    value: broughtFileKey.encode(id),
    confirm: confirm({
      title: 'Take it back?',
      text: 'All that came in by this file goes again, with its cards. What somebody has worked on stays.',
      yes: 'Take it back',
    }),
  });
}

function sayUndoneFile({ outcome: done, wish, watchId }: BroughtFile): string {
  const { gone = 0, kept = 0 } = done?.undone ?? {};
  const stays =
    kept > 0
      ? ` ${rowsIn(kept)} ${kept === 1 ? 'stays' : 'stay'}: somebody has worked on ${kept === 1 ? 'it' : 'them'}, or the week is published.`
      : '';
  const watch = watchId === null ? '' : ' I look at it every day no more.';
  return wish.update
    ? `What ${rowsIn(gone)} had brought or filled in is gone.${stays}${watch}`
    : `${rowsIn(gone)} ${gone === 1 ? 'is' : 'are'} gone.${stays}${watch}`;
}

function sayOutcome(
  { rows, taken, updated, unchanged, refused, withoutLead, uncarded, isFileLost }: FileOutcome,
  look: FileLook | null,
): string {
  const noun = look?.noun ?? 'leads';
  const came = noun === 'leads' ? `${things(taken, 'lead')} came in.` : `${rowsIn(taken)} came in.`;
  const bare =
    uncarded > 0 ? ` ${number(uncarded)} ${uncarded === 1 ? 'has' : 'have'} no date, and so no card.` : '';
  const here = unchanged > 0 ? ` ${number(unchanged)} ${unchanged === 1 ? 'was' : 'were'} here already.` : '';
  const below = isFileLost ? '' : ': the file in this thread names each with its reason';
  const not = refused > 0 ? ` ${rowsIn(refused)} ${refused === 1 ? 'was' : 'were'} refused${below}.` : '';
  const news = noun === 'leads' ? 'brought up to date' : 'corrected';
  const changed = updated > 0 ? ` ${number(updated)} ${updated === 1 ? 'was' : 'were'} ${news}.` : '';
  const first = sayLeadsFirst({ rows, withoutLead });
  return (first === null ? '' : `${first} `) + came + bare + changed + here + not;
}

function problem(file: BroughtFile, name: string): MessageView {
  const text = `${name} cannot be imported. ${escapeText(file.problem ?? '')}`;
  const value = broughtFileKey.encode(file.id);
  const change = button({ action: BROUGHT_FILE.change, text: 'Change…', value });
  return { text: plainly(text), blocks: [section(text), ...(file.look ? [actions([change])] : [])] };
}

function rowsIn(rows: number): string {
  return things(rows, 'row');
}

function things(amount: number, noun: string): string {
  return amount < 1000 ? count(amount, noun) : `${number(amount)} ${noun}s`;
}

function number(amount: number): string {
  return amount.toLocaleString('en');
}

/** For notifications, which show marks of bold type. */
function plainly(text: string): string {
  return text.replaceAll('*', '');
}
