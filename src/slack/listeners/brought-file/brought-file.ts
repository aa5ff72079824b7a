/** Files that people bring: dropped into the direct messages with Tango, or chosen on a message. */
import type { BroughtFileId, FileWish } from '../../../domain/brought-file/brought-file.ts';
import { isCurrency } from '../../../domain/money/currency-sign.ts';
import { dayIn } from '../../../domain/time/day.ts';
import { AppError, inWords } from '../../../errors.ts';
import {
  type Brought,
  bringDropped,
  bringFiles,
  MOST_FILES,
  refuseFiles,
} from '../../../usecases/brought-file/bring-files.ts';
import {
  cancelFile,
  changeFile,
  importFile,
  setForAll,
  undoFile,
  viewFile,
} from '../../../usecases/brought-file/decide-file.ts';
import { endSheetWatch, watchSheet } from '../../../usecases/brought-file/watch-sheet.ts';
import { fileSettings } from '../../../usecases/brought-file/work-on-files.ts';
import {
  BROUGHT_FILE,
  BROUGHT_FILE_FIELD,
  BROUGHT_FILE_MODAL,
  broughtFileKey,
  fileCurrencyKey,
} from '../../action-ids.ts';
import { readFile, type SlackFile } from '../../files-client.ts';
import { changeFileModal } from '../../views/brought-file/change-file-modal.ts';
import { stateWordsModal } from '../../views/brought-file/state-words-modal.ts';
import { noticeModal } from '../../views/kit/notice-modal.ts';
import type { Click, ClickHandler } from '../edge/click.ts';
import type { FilledForm } from '../edge/form.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { MessageUse } from '../edge/shortcut.ts';
import type { Listeners } from '../edge/table.ts';
import { offerSources } from '../lead/offer-sources.ts';
import { readChanges } from './read-change-form.ts';
import { readWords } from './read-words-form.ts';

const changeForm = onForm({
  callbackId: BROUGHT_FILE_MODAL.change,
  key: broughtFileKey,
  submit: submitChanges,
  scene: ({ ctx }, { person, key: id }) => viewFile(ctx, { person, id }),
  draw: (file, { notice }) => changeFileModal(file, notice),
});

const wordsForm = onForm({
  callbackId: BROUGHT_FILE_MODAL.words,
  key: broughtFileKey,
  submit: submitWords,
  scene: ({ ctx }, { person, key: id }) => viewFile(ctx, { person, id }),
  draw: (file, { notice }) => stateWordsModal(file, notice),
});

export const BROUGHT_FILE_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: {
    [BROUGHT_FILE.import]: ({ ctx }, click) => importFile(ctx, whoseAndWhich(click)),
    [BROUGHT_FILE.cancel]: ({ ctx }, click) => cancelFile(ctx, whoseAndWhich(click)),
    [BROUGHT_FILE.undo]: ({ ctx }, click) => undoFile(ctx, whoseAndWhich(click)),
    [BROUGHT_FILE.change]: openChanges,
    [BROUGHT_FILE.currency]: setCurrency,
    [BROUGHT_FILE.words]: openWords,
    [BROUGHT_FILE.noState]: setNoState,
    [BROUGHT_FILE.dayFirst]: changing({ dateOrder: 'dmy' }),
    [BROUGHT_FILE.monthFirst]: changing({ dateOrder: 'mdy' }),
    [BROUGHT_FILE.yearFirst]: changing({ dateOrder: 'ymd' }),
    [BROUGHT_FILE.comma]: changing({ decimalMark: ',' }),
    [BROUGHT_FILE.point]: changing({ decimalMark: '.' }),
    [BROUGHT_FILE.postAll]: changing({ post: 'recent' }),
    [BROUGHT_FILE.fill]: changing({ update: true }),
    [BROUGHT_FILE.fillNothing]: changing({ update: false }),
    [BROUGHT_FILE.postNone]: changing({ post: 'none' }),
    [BROUGHT_FILE.watch]: ({ ctx }, click) => watchSheet(ctx, whoseAndWhich(click)),
    [BROUGHT_FILE.watchNoMore]: ({ ctx }, click) => endSheetWatch(ctx, whoseAndWhich(click)),
    [BROUGHT_FILE.replaces]: changing({ overlap: 'replace' }),
    [BROUGHT_FILE.addsUp]: changing({ overlap: 'add' }),
    [BROUGHT_FILE.leavesOut]: changing({ overlap: 'leave' }),
    [BROUGHT_FILE.marketing]: setting('side', 'marketing'),
    [BROUGHT_FILE.sales]: setting('side', 'sales'),
  },
  forms: [changeForm, wordsForm],
  options: { [BROUGHT_FILE_FIELD.source]: offerSources },
  shortcuts: { import_file: onImportThis },
};

/** Those that Slack still has; a message without any is no business of ours. */
export function filesOf(message: unknown): SlackFile[] {
  const told = (message as { files?: unknown } | null)?.files;
  return Array.isArray(told) ? told.flatMap((each) => readFile(each) ?? []) : [];
}

/** Links to Google Sheets, as Slack writes them: each is a file that lies there. */
export function sheetsIn(text: string): Pick<SlackFile, 'id' | 'name'>[] {
  const links = text.match(/https:\/\/docs\.google\.com\/spreadsheets\/[^\s<>|]+/g) ?? [];
  return [...new Set(links)].map((link) => ({ id: link.replaceAll('&amp;', '&'), name: 'Google Sheet' }));
}

export async function onDroppedFiles(
  { ctx }: ListenerDeps,
  { files, ...place }: Omit<Brought, 'files'> & { files: readonly Pick<SlackFile, 'id' | 'name'>[] },
): Promise<void> {
  await bringDropped(ctx, { ...place, files: files.map(named) });
  if (files.length > MOST_FILES) await refuseFiles(ctx, place.person, tooMany(files.length));
}

function named({ id, name }: Pick<SlackFile, 'id' | 'name'>): Brought['files'][number] {
  return { fileId: id, name };
}

function tooMany(files: number): string {
  return `I look at ${MOST_FILES} files of a message: please send the other ${files - MOST_FILES} again.`;
}

async function onImportThis(deps: ListenerDeps, use: MessageUse): Promise<void> {
  const { person, place, message, triggerId } = use;
  const files = filesOf(message);
  if (files.length === 0) throw new AppError('invalid', inWords('There is no file in this message.'));
  await bringFiles(deps.ctx, { person, channel: place.channel, ts: place.ts, files: files.map(named) });
  await deps.slack.openView(
    triggerId,
    noticeModal('I look at it now, and show it to you in our direct messages.'),
  );
}

interface WhoseAndWhich {
  person: Click['person'];
  id: BroughtFileId;
}

function whoseAndWhich({ person, value = '' }: Click): WhoseAndWhich {
  return { person, id: broughtFileKey.decode(value) };
}

function changing(changes: Partial<FileWish>): ClickHandler {
  return ({ ctx }, click) => changeFile(ctx, { ...whoseAndWhich(click), changes });
}

function setting(field: string, value: string): ClickHandler {
  return ({ ctx }, click) => setForAll(ctx, { ...whoseAndWhich(click), field, value });
}

async function openChanges({ ctx, slack }: ListenerDeps, click: Click): Promise<void> {
  const file = await viewFile(ctx, whoseAndWhich(click));
  await slack.openView(click.triggerId, changeFileModal(file));
}

async function setCurrency({ ctx }: ListenerDeps, { person, value = '' }: Click): Promise<void> {
  const { id, currency } = fileCurrencyKey.decode(value);
  if (!isCurrency(currency)) throw new AppError('invalid', inWords('This currency is not known.'));
  await changeFile(ctx, { person, id, changes: { currency } });
}

async function openWords({ ctx, slack }: ListenerDeps, click: Click): Promise<void> {
  const file = await viewFile(ctx, whoseAndWhich(click));
  await slack.openView(click.triggerId, stateWordsModal(file));
}

async function submitWords(
  { ctx }: ListenerDeps,
  { person, key: id, values }: FilledForm<BroughtFileId>,
): Promise<undefined> {
  const file = await viewFile(ctx, { person, id });
  await changeFile(ctx, { person, id, changes: readWords(file, values) });
}

/** The column is called like one of states, and is none: it is an answer, kept with the lead. */
async function setNoState({ ctx }: ListenerDeps, click: Click): Promise<void> {
  const which = whoseAndWhich(click);
  const { look, wish } = await viewFile(ctx, which);
  const column = look?.questions.find((question) => question.kind === 'states')?.column;
  const { status: _, ...map } = wish.map;
  const changes = column === undefined ? {} : { map: { ...map, [`fields.${column}`]: column } };
  await changeFile(ctx, { ...which, changes });
}

async function submitChanges(
  { ctx }: ListenerDeps,
  { person, key: id, values }: FilledForm<BroughtFileId>,
): Promise<undefined> {
  const file = await viewFile(ctx, { person, id });
  const { timezone } = await fileSettings(ctx);
  const changes = readChanges(file, values, dayIn(timezone, ctx.clock.now()));
  await changeFile(ctx, { person, id, changes });
}
