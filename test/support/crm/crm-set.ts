/**
 * What a CRM holds of two years, made up by chance that can be repeated: leads with what became of them, campaigns with what they cost, deals. Nothing
 * here knows how Tango reads or counts; what the figures are to be is reckoned from these rows by expected-figures.
 */
import { chance } from '../random.ts';

/** On the wall clock of the team. */
export interface Stamp {
  year: number;
  month: number;
  day: number;
  minute: number;
}

export interface CrmCampaign {
  id: string;
  name: string;
  source: string;
  from: Stamp;
  to: Stamp;
  cents: number;
}

export type CrmState = 'new' | 'working' | 'contacted' | 'qualified' | 'resting' | 'rejected';

export interface CrmLead {
  id: string;
  first: string;
  last: string;
  email: string;
  company: string;
  owner: string;
  source: string;
  campaign: CrmCampaign | null;
  state: CrmState;
  /** Of a rejected one, in the CRM's words. */
  reason: string;
  acquired: Stamp;
  /** Null: the CRM does not tell. */
  contacted: Stamp | null;
}

export interface CrmDeal {
  id: string;
  leadId: string;
  email: string;
  end: 'won' | 'lost' | 'open';
  cents: number;
  created: Stamp;
  closed: Stamp;
  /** Whose it is is not to be told by the file, and must be refused. */
  isNobodys: boolean;
}

export interface CrmSet {
  campaigns: CrmCampaign[];
  leads: CrmLead[];
  deals: CrmDeal[];
}

export const FIRST_YEAR = 2021;
const SOURCES = ['Web', 'Trade Show', 'Paid Search', 'Partner', 'Email'];
const OWNERS = ['Ana Alves', 'Brandt, Ben', 'Cole Hill', 'dina.fox@old.example', ''];
/** The last one says that it was none: it is in no figure. */
const REASONS = ['No budget', 'bad timing', 'Too expensive', '', 'Spam, test, job seeker or vendor'];
const STATES: readonly CrmState[] = [
  ...(['new', 'working', 'contacted', 'contacted', 'qualified', 'qualified'] as const),
  ...(['qualified', 'resting', 'rejected', 'rejected'] as const),
];

export function crmSet(seed: number, { leads, campaigns }: { leads: number; campaigns: number }): CrmSet {
  const random = chance(seed);
  const run = Array.from({ length: campaigns }, (_, at) => campaignOf(at, random));
  const people = Array.from({ length: leads }, (_, at) => leadOf(at, run, random));
  return { campaigns: run, leads: people, deals: dealsOf(people, random) };
}

type Random = ReturnType<typeof chance>;

function campaignOf(at: number, random: Random): CrmCampaign {
  const from = { ...dayAfter(FIRST_YEAR, random.below(660)), minute: 0 };
  return {
    ...{ id: `C-${String(at + 1).padStart(3, '0')}`, name: `${wordOf(at)} drive ${at + 1}` },
    source: random.pick(SOURCES) ?? '',
    ...{ from, to: later(from, random.below(60)) },
    // As "$141.56K" says it.
    cents: 1_000 * (1 + random.below(20_000)),
  };
}

function leadOf(at: number, campaigns: readonly CrmCampaign[], random: Random): CrmLead {
  const campaign = random.below(10) === 0 ? null : (random.pick(campaigns) ?? null);
  const acquired = { ...dayAfter(FIRST_YEAR, random.below(730)), minute: random.below(1440) };
  const state = random.pick(STATES) ?? 'new';
  const hasContact = state !== 'new' && state !== 'working' && random.below(3) > 0;
  return {
    id: `L-${String(at + 1).padStart(6, '0')}`,
    ...{ first: `${wordOf(at)}a`, last: `${wordOf(at)}dottir`, company: `${wordOf(at)} Works` },
    email: `${wordOf(at).toLowerCase()}@works${at}.example`,
    owner: random.pick(OWNERS) ?? '',
    source: campaign?.source ?? random.pick(['Referral', '']) ?? '',
    ...{ campaign, state, acquired },
    reason: state === 'rejected' ? (random.pick(REASONS) ?? '') : '',
    contacted: hasContact ? later(acquired, 1 + random.below(5)) : null,
  };
}

/** Half of the qualified have one, some two or three; and some are of nobody. */
function dealsOf(leads: readonly CrmLead[], random: Random): CrmDeal[] {
  const deals: CrmDeal[] = [];
  const add = (lead: CrmLead, changes: Partial<CrmDeal> = {}) => {
    const created = later(lead.acquired, 3 + random.below(30));
    deals.push({
      ...{ id: `D-${deals.length + 1}`, leadId: lead.id, email: lead.email },
      end: random.pick(['won', 'won', 'lost', 'open'] as const) ?? 'open',
      cents: 1_000 * (1 + random.below(9_000)),
      ...{ created, closed: later(created, 5 + random.below(90)), isNobodys: false },
      ...changes,
    });
  };
  leads.forEach((lead, at) => {
    if (lead.state === 'qualified' && random.below(2) === 0) {
      const count = at % 7 === 0 ? 2 : at % 11 === 0 ? 3 : 1;
      for (let nth = 0; nth < count; nth++) add(lead);
    } else if (at % 97 === 13)
      add(lead, { leadId: `L-9${at}`, email: `x@gone${at}.example`, isNobodys: true, end: 'won' });
    // Its id is one person's, its address another's.
    else if (at % 101 === 17) add(lead, { email: leads[at - 1]?.email ?? '', isNobodys: true, end: 'lost' });
  });
  // As an export comes: by no order that helps.
  return deals.toSorted((a, b) => a.cents - b.cents || (a.id < b.id ? -1 : 1));
}

/** The calendar by itself: a day of the year's first January and so many later. */
function dayAfter(year: number, days: number): Omit<Stamp, 'minute'> {
  const date = new Date(Date.UTC(year, 0, 1 + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function later({ year, month, day, minute }: Stamp, days: number): Stamp {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), minute };
}

/** No two share one: nobody is taken for anybody else. */
function wordOf(at: number): string {
  const word = [...String(at)].map((digit) => SYLLABLES[Number(digit)]).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu'];
