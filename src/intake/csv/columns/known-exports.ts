import { wordKey } from '../../../reading/words/word-key.ts';
import type { Layout } from './layout.ts';

/** What a program's export says by being that program's, in words that its headers alone do not. */
export interface KnownExport {
  program: string;
  noun: Layout['noun'];
  /** Keys of headers that together no other program writes. */
  headers: readonly string[];
  /** Field → key of its header, where its own name or an alias would mislead. */
  columns: Readonly<Record<string, string>>;
  constants: Readonly<Record<string, string>>;
  /** What stands before each value of the columns whose header's key is like that. */
  prefixes: readonly (readonly [RegExp, string])[];
}

const NOTHING = { columns: {}, constants: {}, prefixes: [] };

const KNOWN: readonly KnownExport[] = [
  {
    ...NOTHING,
    program: 'Google Ads',
    noun: 'spend',
    headers: ['campaign', 'cost', 'impr', 'currencycode'],
    constants: { side: 'marketing', source: 'Google Ads' },
  },
  {
    ...NOTHING,
    // Its export names the currency in the header: "Amount spent (USD)".
    program: 'Meta Ads',
    noun: 'spend',
    headers: ['reportingstarts', 'reportingends', 'campaignname'],
    constants: { side: 'marketing', source: 'Meta' },
  },
  {
    ...NOTHING,
    // Its title lines say the days of the whole report, in the account's zone or in UTC.
    program: 'LinkedIn Campaign Manager',
    noun: 'spend',
    headers: ['startdateinutc', 'campaignname', 'totalspent'],
    columns: { from: 'startdateinutc' },
    constants: { side: 'marketing', source: 'LinkedIn' },
  },
  {
    ...NOTHING,
    program: 'TikTok Ads',
    noun: 'spend',
    headers: ['campaignname', 'byday'],
    columns: { from: 'byday' },
    constants: { side: 'marketing', source: 'TikTok' },
  },
  {
    ...NOTHING,
    program: 'Microsoft Advertising',
    noun: 'spend',
    headers: ['gregoriandate', 'spend'],
    columns: { from: 'gregoriandate' },
    constants: { side: 'marketing', source: 'Microsoft Advertising' },
  },
  {
    ...NOTHING,
    // Asked of its API, or of the page in its newer form.
    program: 'Microsoft Advertising',
    noun: 'spend',
    headers: ['timeperiod', 'accountname', 'campaignname', 'spend'],
    columns: { from: 'timeperiod' },
    constants: { side: 'marketing', source: 'Microsoft Advertising' },
  },
  {
    ...NOTHING,
    program: 'an advertising report',
    noun: 'spend',
    headers: ['adspend'],
    constants: { side: 'marketing' },
  },
  {
    ...NOTHING,
    // Where it names its contact, the record is the deal.
    program: 'HubSpot',
    noun: 'outcomes',
    headers: ['recordid', 'dealname', 'dealstage', 'associatedcontactids'],
    columns: { dealId: 'recordid', externalId: 'associatedcontactids' },
    constants: {},
  },
  {
    ...NOTHING,
    program: 'Salesforce',
    noun: 'outcomes',
    headers: ['id', 'stagename', 'closedate', 'contactid'],
    columns: { dealId: 'id', externalId: 'contactid' },
    constants: {},
  },
  {
    ...NOTHING,
    // A deal keeps the stage in which it was won or lost: its status says what became of it.
    program: 'Pipedrive',
    noun: 'outcomes',
    headers: ['dealstatus', 'dealstage'],
    columns: { outcome: 'dealstatus' },
    constants: {},
  },
  {
    ...NOTHING,
    program: 'Pipedrive in German',
    noun: 'outcomes',
    headers: ['dealstatus', 'dealphase'],
    columns: { outcome: 'dealstatus' },
    constants: {},
  },
  {
    ...NOTHING,
    program: 'Pipedrive in French',
    noun: 'outcomes',
    headers: ['affairestatut', 'affaireetape'],
    columns: { outcome: 'affairestatut' },
    constants: {},
  },
  {
    ...NOTHING,
    program: 'Meta lead ads',
    noun: 'leads',
    headers: ['id', 'createdtime', 'formid', 'platform'],
    // The same source as the webhook's: a lead that came both ways is one.
    constants: { source: 'Meta' },
    prefixes: [
      [/^id$/, 'l:'],
      [/^adid$/, 'ag:'],
      [/^adsetid$/, 'as:'],
      [/^campaignid$/, 'c:'],
      [/^formid$/, 'f:'],
    ],
  },
  {
    ...NOTHING,
    program: 'Eventbrite',
    noun: 'leads',
    headers: ['order', 'orderdate', 'attendee', 'tickettype'],
    columns: { externalId: 'attendee', receivedAt: 'orderdate', region: 'homecountry' },
    constants: { source: 'Eventbrite' },
  },
];

export function knownExport(header: readonly string[], noun: Layout['noun']): KnownExport | null {
  const names = new Set(header.map(wordKey));
  const isIt = (known: KnownExport) => known.noun === noun && known.headers.every((name) => names.has(name));
  return KNOWN.find(isIt) ?? null;
}
