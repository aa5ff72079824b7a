/** A CRM's set as different programs write it: other columns in another order, other words, other dates and amounts. */
import type { CrmDeal, CrmLead, CrmSet, CrmState, Stamp } from './crm-set.ts';

export interface Exported {
  leads: string;
  campaigns: string;
  deals: string;
}

interface Program {
  separator: string;
  leads: Record<string, (lead: CrmLead) => string>;
  campaigns: Record<string, (campaign: CrmSet['campaigns'][number]) => string>;
  deals: Record<string, (deal: CrmDeal) => string>;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (number: number) => String(number).padStart(2, '0');
const clock = ({ minute }: Stamp) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const named = (at: Stamp) => `${two(at.day)} ${MONTHS[at.month - 1]}, ${at.year} ${clock(at)}:00`;
const german = (at: Stamp) => `${two(at.day)}.${two(at.month)}.${at.year} ${clock(at)}`;
const american = (at: Stamp) => {
  const hour = Math.floor(at.minute / 60);
  const half = hour < 12 ? 'AM' : 'PM';
  return `${at.month}/${at.day}/${at.year} ${hour % 12 === 0 ? 12 : hour % 12}:${two(at.minute % 60)} ${half}`;
};
const iso = (at: Stamp) => `${at.year}-${two(at.month)}-${two(at.day)}`;
const orBlank = (write: (at: Stamp) => string, at: Stamp | null) => (at === null ? '' : write(at));
const thousands = (cents: number) => `$${(cents / 100_000).toFixed(2)}K`;
const grouped = (cents: number, group: string, point: string) => {
  const [whole = '', part = ''] = (cents / 100).toFixed(2).split('.');
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, group) + point + part;
};

function word(states: Record<CrmState, readonly string[]>, { state, id }: CrmLead): string {
  const words = states[state];
  return words[Number(id.slice(2)) % words.length] ?? '';
}

const ENGLISH = {
  new: ['New', 'Open - Not Contacted'],
  working: ['In Progress', 'Attempted to Contact'],
  contacted: ['Contacted', 'CONNECTED'],
  qualified: ['Qualified', 'Converted', 'closed - CONVERTED'],
  resting: ['Nurturing', 'recycled'],
  rejected: ['Junk Lead', 'unQualified', 'Not Interested'],
};
const GERMAN = {
  new: ['Neu', 'nicht kontaktiert'],
  working: ['in Bearbeitung'],
  contacted: ['Kontaktiert', 'ERREICHT'],
  qualified: ['Qualifiziert'],
  resting: ['Zurückgestellt'],
  rejected: ['Abgelehnt', 'kein Interesse'],
};

export const PROGRAMS: Readonly<Record<'named' | 'german' | 'american', Program>> = {
  named: {
    separator: ',',
    leads: {
      'Lead Id': ({ id }) => id,
      'Lead Owner': ({ owner }) => owner,
      'First Name': ({ first }) => first,
      'Last Name': ({ last }) => last,
      Company: ({ company }) => company,
      Email: ({ email }) => email,
      'Lead Status': (lead) => word(ENGLISH, lead),
      'Lead Source': ({ source }) => source,
      'Campaign Id': ({ campaign }) => campaign?.id ?? '',
      'Acquired Date': ({ acquired }) => named(acquired),
      'First Contacted': ({ contacted }) => orBlank(named, contacted),
      'Unqualified Reason': ({ reason }) => reason,
      'Annual Revenue': ({ id }) => `$${Number(id.slice(2)) + 1}.2M`,
    },
    campaigns: {
      'Campaign Id': ({ id }) => id,
      'Campaign Name': ({ name }) => name,
      Type: () => 'Webinar',
      Status: () => 'Completed',
      'Start Date': ({ from }) => named(from),
      'End Date': ({ to }) => named(to),
      'Budgeted Cost': ({ cents }) => thousands(cents + 5_000),
      'Actual Cost': ({ cents }) => thousands(cents),
      'Expected Revenue': () => '$1.50M',
    },
    deals: {
      'Deal Id': ({ id }) => id,
      'Lead Id': ({ leadId }) => leadId,
      'Deal Name': ({ id }) => `Deal of ${id}`,
      Stage: ({ end, id }) =>
        end === 'won'
          ? 'Closed Won'
          : end === 'lost'
            ? 'closed lost'
            : id.endsWith('1')
              ? 'Negotiation'
              : 'Qualification',
      Amount: ({ cents }) => thousands(cents),
      'Created Date': ({ created }) => named(created),
      'Close Date': ({ closed }) => named(closed),
      'Contact Email': ({ email }) => email,
    },
  },
  german: {
    separator: ';',
    leads: {
      Leadquelle: ({ source }) => source,
      'Erstellt am': ({ acquired }) => german(acquired),
      Kampagne: ({ campaign }) => campaign?.name ?? '',
      Vorname: ({ first }) => first,
      Nachname: ({ last }) => last,
      'E-Mail': ({ email }) => email,
      Firma: ({ company }) => company,
      'Lead-ID': ({ id }) => id,
      'Lead-Inhaber': ({ owner }) => owner,
      'Lead-Status': (lead) => word(GERMAN, lead),
      'Kontaktiert am': ({ contacted }) => orBlank(german, contacted),
      Ablehnungsgrund: ({ reason }) => reason,
    },
    campaigns: {
      Kampagne: ({ name }) => name,
      Quelle: ({ source }) => source,
      Von: ({ from }) => german(from).slice(0, 10),
      Bis: ({ to }) => german(to).slice(0, 10),
      Kosten: ({ cents }) => `${grouped(cents, '.', ',')} $`,
    },
    deals: {
      Phase: ({ end }) => (end === 'won' ? 'Gewonnen' : end === 'lost' ? 'Verloren' : 'Offen'),
      'Lead-ID': ({ leadId }) => leadId,
      Betrag: ({ cents }) => `${grouped(cents, '.', ',')} $`,
      Abschlussdatum: ({ closed }) => german(closed),
      'E-Mail': ({ email }) => email,
    },
  },
  american: {
    separator: '\t',
    leads: {
      'Record ID': ({ id }) => id,
      Status: (lead) => word(ENGLISH, lead).toUpperCase(),
      'Created Date': ({ acquired }) => american(acquired),
      'Full Name': ({ first, last }) => `${first} ${last}`,
      'Work Email': ({ email }) => ` ${email.toUpperCase()} `,
      'Company Name': ({ company }) => company,
      Owner: ({ owner }) => owner,
      Source: ({ source }) => source,
      'Campaign Name': ({ campaign }) => campaign?.name.toUpperCase() ?? 'N/A',
      'Date Contacted': ({ contacted }) => orBlank(american, contacted),
      'Rejection Reason': ({ reason }) => reason || '-',
    },
    campaigns: {
      'Campaign Name': ({ name }) => name,
      Source: ({ source }) => source,
      'Start Date': ({ from }) => iso(from),
      'End Date': ({ to }) => iso(to),
      Spend: ({ cents }) => `$${grouped(cents, ',', '.')}`,
    },
    deals: {
      'Opportunity ID': ({ id }) => id,
      StageName: ({ end }) => (end === 'won' ? 'closedwon' : end === 'lost' ? 'closedlost' : 'Prospecting'),
      Amount: ({ cents }) => `$${grouped(cents, ',', '.')}`,
      CloseDate: ({ closed }) => american(closed),
      'Lead ID': ({ leadId }) => leadId,
      Email: ({ email }) => email.toUpperCase(),
    },
  },
};

export function exported(set: CrmSet, program: Program): Exported {
  const { separator } = program;
  return {
    leads: table(set.leads, program.leads, separator),
    campaigns: table(set.campaigns, program.campaigns, separator),
    deals: table(set.deals, program.deals, separator),
  };
}

function table<Row>(
  rows: readonly Row[],
  columns: Record<string, (row: Row) => string>,
  separator: string,
): string {
  const cell = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [
    Object.keys(columns),
    ...rows.map((row) => Object.values(columns).map((write) => write(row))),
  ];
  return `${lines.map((line) => line.map(cell).join(separator)).join('\r\n')}\r\n`;
}
