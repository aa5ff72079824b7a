import {
  type BroughtFile,
  type BroughtFileId,
  type FileLook,
  NO_WISH,
} from '../../domain/brought-file/brought-file.ts';
import { refuseFile } from '../../domain/brought-file/brought-file-rules.ts';
import { CLICKED_ANSWERS } from '../../sentences/en/file-answers.ts';
import { broughtFileMessage } from '../views/brought-file/brought-file-message.ts';
import { changeFileModal } from '../views/brought-file/change-file-modal.ts';
import { stateWordsModal } from '../views/brought-file/state-words-modal.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { ARRIVED, MIA, SETTINGS } from './sample-people.ts';

const SHEET = 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUv/edit';

export function broughtFileEntries(said: Said): GalleryEntry[] {
  const look = lookOf(said);
  const file: BroughtFile = {
    ...{ id: 'file_1' as BroughtFileId, person: MIA, channel: 'D_MIA', ts: '1.1', fileId: 'F_FAIR' },
    ...{ name: said('november-fair.xlsx'), state: 'shown', look, hash: 'a0b1', problem: null },
    wish: { ...NO_WISH, set: { source: said('Trade fair Munich') } },
    ...{
      importIds: [],
      rowsDone: 0,
      outcome: null,
      watchId: null,
      attempts: 0,
      nextAttemptAt: ARRIVED,
      createdAt: ARRIVED,
    },
  };
  const outcome = {
    ...{ rows: 214, taken: 199, unchanged: 12, refused: 2, updated: 0, withoutLead: 0 },
    uncarded: 0,
    ...{ reasons: look.reasons, isFileLost: false },
  };
  const open = openLook(look, said);
  const { history, words } = statesOf(look, said);
  const { timezone } = SETTINGS;
  const { refusal } = refuseFile(SETTINGS, null);
  const drawn = (changes: Partial<BroughtFile>, before: number | null = null, isWatched = false) =>
    broughtFileMessage({
      file: { ...file, ...changes },
      before,
      timezone,
      refusal,
      isWatched,
      daysWaited: 0,
    });
  const many = { ...look, recent: 1200, fit: 1400 };
  return [
    { name: 'file, being looked at', message: drawn({ state: 'waiting', look: null }) },
    {
      name: 'file, waiting for Slack',
      message: drawn({ state: 'waiting', look: null, problem: said('I go on by myself in 30 seconds.') }),
    },
    { name: 'file, its plan', message: drawn({}) },
    { name: 'file, imported before', message: drawn({}, ARRIVED) },
    { name: 'file, what it leaves open', message: drawn({ look: open }) },
    { name: 'file, with what became of the leads', message: drawn({ look: history }) },
    { name: 'file, words of states', message: drawn({ look: words }) },
    { name: 'file, what words mean', modal: stateWordsModal({ ...file, look: words }) },
    { name: 'file, many cards', message: drawn({ look: many }) },
    { name: 'file, deals before their leads', message: drawn({ look: dealsOf(look, said), wish: NO_WISH }) },
    { name: 'file, spend without days', message: drawn({ look: spendOf(look, said), wish: NO_WISH }) },
    { name: 'file, under way', message: drawn({ state: 'asked', rowsDone: 120 }) },
    { name: 'file, imported', message: drawn({ state: 'done', outcome }) },
    {
      name: 'file, imported, refused rows lost',
      message: drawn({ state: 'done', outcome: { ...outcome, isFileLost: true } }),
    },
    {
      name: 'file, knows more of leads that are here',
      message: drawn({ state: 'shown', look: { ...look, fills: fillsOf(said, false) } }),
    },
    {
      name: 'file, fills what is empty',
      message: drawn({
        state: 'shown',
        wish: { ...NO_WISH, update: true },
        look: { ...look, updated: 9, here: 3, fills: fillsOf(said, true) },
      }),
    },
    { name: 'file, being taken back', message: drawn({ state: 'undo_asked', outcome }) },
    {
      name: 'file, taken back',
      message: drawn({ state: 'undone', outcome: { ...outcome, undone: { gone: 198, kept: 1 } } }),
    },
    { name: 'file, cancelled', message: drawn({ state: 'cancelled' }) },
    { name: 'file, a sheet that was asked about in vain', message: drawn({ state: 'replaced' }) },
    {
      name: 'file, cannot be read',
      message: drawn({ state: 'failed', problem: said('This workbook is locked with a password.') }),
    },
    {
      name: 'file, a sheet that was imported',
      message: drawn({ state: 'done', outcome, fileId: SHEET }),
    },
    {
      name: 'file, a sheet that is looked at every day',
      message: drawn({ state: 'done', outcome: { ...outcome, uncarded: 3 }, fileId: SHEET }, null, true),
    },
    {
      name: 'file, amounts overlap',
      message: drawn({
        look: { ...spendOf(look, said), questions: [], overlaps: 3, refused: 3, reasons: overlapsOf(look) },
      }),
    },
    {
      name: 'file, a new source',
      message: drawn({ look: { ...look, recent: 4, isSourceNew: true } }),
    },
    { name: 'file, of somebody who may not', message: drawn({ state: 'refused', look: null }) },
    { name: 'file, change', modal: changeFileModal(file) },
    {
      name: 'file, change, of spend',
      modal: changeFileModal({ ...file, look: { ...look, noun: 'spend', sheet: null } }),
    },
  ];
}

function statesOf(look: FileLook, said: Said): { history: FileLook; words: FileLook } {
  const history: FileLook = {
    ...look,
    states: [
      { text: said('Closed Won'), rows: 40, means: 'won' },
      { text: said('Junk Lead'), rows: 12, means: 'rejected' },
    ],
    ...{ updated: 30, unknownOwners: [{ text: said('k.meyer@old.example'), rows: 9 }], moreOwners: 2 },
  };
  const words: FileLook = {
    ...history,
    questions: [
      {
        ...{ kind: 'states', column: said('Lead Status'), field: 'status' },
        words: [
          { text: said('Warm'), rows: 31 },
          { text: said('Stufe 2'), rows: 4 },
        ],
      },
    ],
  };
  return { history, words };
}

function openLook(look: FileLook, said: Said): FileLook {
  return {
    ...look,
    questions: [
      { kind: 'missing', field: 'source', others: [] },
      { kind: 'missing', field: 'side', others: [] },
      { kind: 'missing', field: 'externalId', others: ['name', 'email'] },
      { kind: 'date_order', column: said('Datum'), text: said('03/04/2026'), orders: ['dmy', 'mdy', 'ymd'] },
      { kind: 'decimal', column: said('Betrag'), text: said('1.234') },
      { kind: 'currency', column: said('Betrag'), text: said('$1,234'), currencies: ['USD', 'CAD', 'AUD'] },
    ],
  };
}

function fillsOf(said: Said, isAsked: boolean): FileLook['fills'] {
  const fields = [
    { field: 'phone', rows: 9 },
    { field: `fields.${said('Halle')}`, rows: 4 },
  ];
  return { rows: 9, fields, workedOn: 2, isAsked };
}

/** Of a file about money: nothing of it is posted, and it names no person. */
function moneyOf(look: FileLook, columns: [field: string, column: string, example: string][]): FileLook {
  return {
    ...look,
    ...{ sheet: null, old: 0, recent: 0, tests: 0, reasons: [], unused: [], here: 0, refused: 0 },
    header: columns.map(([, column]) => column),
    fields: columns.map(([field, column, example]) => ({ field, column, example, readAs: null })),
  };
}

function dealsOf(look: FileLook, said: Said): FileLook {
  const columns = moneyOf(look, [
    ['externalId', said('Deal'), '77'],
    ['outcome', said('Phase'), said('Gewonnen')],
  ]);
  const reason = said('There is no lead with the external id 77');
  return {
    ...{ ...columns, noun: 'outcomes', rows: 40, fit: 2, refused: 38, withoutLead: 38 },
    reasons: [{ rows: 38, lines: [2, 3, 4, 5, 6], reason }],
  };
}

function overlapsOf({ reasons: [first] }: FileLook): FileLook['reasons'] {
  const amount = { minor: 12_000, currency: 'EUR' };
  const reason = CLICKED_ANSWERS.overlap({ id: '', from: '2026-11-01', to: '2026-11-14', amount });
  return first ? [{ ...first, rows: 3, lines: [2, 3, 4], reason }] : [];
}

function spendOf(look: FileLook, said: Said): FileLook {
  const columns = moneyOf(look, [
    ['campaign', said('Kampagne'), said('Brand DACH')],
    ['amount', said('Kosten'), '412.50'],
  ]);
  const questions: FileLook['questions'] = [{ kind: 'missing', field: 'from', others: [] }];
  return { ...columns, noun: 'spend', rows: 12, fit: 0, questions };
}

function lookOf(said: Said): FileLook {
  const field = (field: string, column: string, example: string, readAs: string | null = null) => ({
    ...{ field, column: said(column), example: said(example), readAs },
  });
  return {
    noun: 'leads',
    sheet: { name: said('Besucher'), others: [said('Notizen')], hiddenRows: 3, uncomputed: 0 },
    header: ['Name', 'E-Mail-Adresse', 'Firma', 'Telefon', 'Datum', 'Halle', 'Gewinnspiel'].map(said),
    fields: [
      field('name', 'Name', 'Ute Krämer'),
      field('email', 'E-Mail-Adresse', 'ute@kraemer.example'),
      field('company', 'Firma', 'Krämer AG'),
      field('phone', 'Telefon', '+49 30 901820'),
      field('receivedAt', 'Datum', '25.11.2026', '2026-11-25'),
    ],
    unused: ['Halle', 'Gewinnspiel'].map(said),
    questions: [],
    ...{
      rows: 214,
      fit: 200,
      here: 12,
      refused: 2,
      undated: 0,
      old: 180,
      recent: 19,
      tests: 1,
      withoutSource: 0,
    },
    ...{ totals: 0, open: 0 },
    ...{ overlaps: 0, isSourceNew: false, withoutLead: 0 },
    ...{ severalDeals: 0, states: [], updated: 0, unknownOwners: [], moreOwners: 0, fills: null },
    reasons: [
      { rows: 1, lines: [17], reason: said('E-Mail-Adresse: must be an e-mail address') },
      { rows: 1, lines: [91], reason: said('Datum: must be a date') },
    ],
  };
}
