import type { FileLook, FileNoun } from '../../domain/brought-file/brought-file.ts';
import { clip } from '../clip.ts';
import { count } from './count.ts';
import { sayFilled } from './fills.ts';
import { sayLeadsFirst, saySeveralDeals } from './import.ts';
import { TOLD_WORDS } from './lead-history.ts';

export const NOUN_WORDS: Record<FileNoun, string> = {
  leads: 'leads',
  spend: 'what was spent',
  outcomes: 'deals that were won or lost',
};

const FIELD_WORDS: Readonly<Record<string, string>> = {
  ...{
    source: 'Source',
    externalId: 'Id',
    leadId: 'Tango’s id',
    dealId: 'Id of the deal',
    campaign: 'Campaign',
    name: 'Name',
  },
  ...{ firstName: 'First name', lastName: 'Last name', email: 'E-mail', phone: 'Phone' },
  ...{ company: 'Company', title: 'Job title', segment: 'Segment', region: 'Region' },
  ...{ companySize: 'Size of the company', message: 'What they say', reason: 'Why it was passed on' },
  ...{ priority: 'Priority', receivedAt: 'Arrived', website: 'Website', outcome: 'Won or lost' },
  ...{ value: 'Value', currency: 'Currency', at: 'When', side: 'Side', campaignId: 'Id of the campaign' },
  ...{ from: 'From', to: 'To', amount: 'Amount', note: 'What it was for' },
  ...{ owner: 'Whose it is', status: 'How far it is' },
  ...{ contactedAt: 'Contacted on', qualifiedAt: 'Qualified on', rejectedAt: 'Rejected on' },
  ...{ isWon: 'Won, yes or no', isClosed: 'Over, yes or no' },
  ...{ rejectReason: 'Why rejected or lost', wonAt: 'Won on', lostAt: 'Lost on', closedAt: 'Closed on' },
};

export function sayField(field: string): string {
  return FIELD_WORDS[field] ?? field;
}

/** What is to be known before anybody says yes, a line each. */
export function sayFindings(look: FileLook, cards: number): string[] {
  const { noun, sheet, here, updated, refused, undated, old, tests, withoutSource, totals, open } = look;
  const { severalDeals } = look;
  const lines: [number, string][] = [
    [here, `${count(here, 'row')} ${here === 1 ? 'is' : 'are'} here already`],
    [
      updated,
      `${count(updated, 'row')} ${updated === 1 ? 'is' : 'are'} here already, and ${noun === 'leads' ? 'brought up to date' : 'corrected'}`,
    ],
    [refused, `${count(refused, 'row')} ${refused === 1 ? 'is' : 'are'} refused`],
    [withoutSource, `${count(withoutSource, 'row')} without a source, kept under “(no source)”`],
    [undated, `${count(undated, 'row')} without a date: counted as of today, no card`],
    [old, `${count(old, 'lead')} older than 3 days: no card`],
    [tests, `${count(tests, 'row')} made up to try a form: marked, never counted`],
    [totals, `${count(totals, 'row')} of totals: left out`],
    [open, `${count(open, 'deal')} still open: passed over`],
    [severalDeals, saySeveralDeals(severalDeals)],
    [
      sheet?.hiddenRows ?? 0,
      `${count(sheet?.hiddenRows ?? 0, 'row')} that Excel hides: taken like the others`,
    ],
    [
      sheet?.uncomputed ?? 0,
      `${count(sheet?.uncomputed ?? 0, 'formula')} never computed: blank. Open the file in Excel, save it, and send it again.`,
    ],
  ];
  const first = sayLeadsFirst(look);
  const said = [first ?? [], lines.flatMap(([number, line]) => (number > 0 ? [line] : []))].flat();
  said.push(...sayFills(look));
  said.push(...sayStates(look), ...sayUnknownOwners(look));
  if (sheet && sheet.others.length > 0)
    said.push(
      `Not read: ${sheet.others.length === 1 ? 'the sheet' : 'the sheets'} ${sheet.others.map((name) => `“${name}”`).join(', ')}`,
    );
  if (noun === 'leads') said.push(`${count(cards, 'card')} will be posted`);
  return said;
}

/** Names of other answers are shown as the file calls them. */
function sayFills({ fills }: FileLook): string[] {
  if (!fills) return [];
  const { rows, workedOn, isAsked } = fills;
  const what = sayFilled(fills, (field) =>
    field.startsWith('fields.') ? `“${clip(field.slice('fields.'.length), 40)}”` : sayField(field),
  );
  const one = isAsked
    ? `${count(rows, 'lead')} here already: what was empty is filled (${what})`
    : `${count(rows, 'lead')} here already ${rows === 1 ? 'knows' : 'know'} less than this file (${what}): “Fill what is empty” adds it`;
  const left = `${count(workedOn, 'lead')} would know more, and somebody has worked on ${workedOn === 1 ? 'it' : 'them'}: left as ${workedOn === 1 ? 'it is' : 'they are'}`;
  return [...(rows > 0 ? [one] : []), ...(workedOn > 0 ? [left] : [])];
}

/** "“Closed Won” is won, “Junk” is rejected". */
function sayStates({ noun, states }: FileLook): string[] {
  if (states.length === 0) return [];
  const words = noun === 'leads' ? (TOLD_WORDS as Readonly<Record<string, string>>) : {};
  const said = states.slice(0, STATES_SAID).map(({ text, means }) => {
    const meaning = means ?? '';
    return `“${clip(text, 40)}” is ${words[meaning] ?? meaning}`;
  });
  const more = states.length - said.length;
  return [[...said, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')];
}

const STATES_SAID = 12;

function sayUnknownOwners({ unknownOwners, moreOwners }: FileLook): string[] {
  if (unknownOwners.length === 0) return [];
  const names = unknownOwners.map(({ text, rows }) => `“${clip(text, 40)}” (${count(rows, 'row')})`);
  const more = moreOwners > 0 ? ` or ${count(moreOwners, 'other')}` : '';
  return [`Nobody here is ${names.join(', ')}${more}: kept with the lead as text`];
}
