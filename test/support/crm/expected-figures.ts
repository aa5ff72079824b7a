/** What the figures of a CRM's years are, reckoned from its rows by plain arithmetic: none of this is ours to get wrong twice. */
import type { CrmCampaign, CrmDeal, CrmLead, CrmSet, Stamp } from './crm-set.ts';

export interface ExpectedFigures {
  leads: number;
  qualified: number;
  rejected: number;
  won: number;
  lost: number;
  open: number;
  /** Cents. */
  value: number;
  /** Cents; null: nothing was spent in those days. */
  spend: number | null;
}

/** What has become of a lead by the status and by all of its deals. */
interface Fate {
  lead: CrmLead;
  end: 'open' | 'qualified' | 'rejected' | 'won' | 'lost';
  cents: number;
  wonOn: string | null;
}

function fatesOf({ leads, deals }: CrmSet): Fate[] {
  const byLead = Map.groupBy(
    deals.filter(({ isNobodys }) => !isNobodys),
    ({ leadId }) => leadId,
  );
  return leads
    .filter(({ reason }) => !reason.startsWith('Spam'))
    .map((lead) => fateOf(lead, byLead.get(lead.id) ?? []));
}

function fateOf(lead: CrmLead, deals: readonly CrmDeal[]): Fate {
  const won = deals.filter(({ end }) => end === 'won');
  if (won.length > 0) {
    const cents = won.reduce((sum, deal) => sum + deal.cents, 0);
    const [first = ''] = won.map(({ closed }) => dayOf(closed)).toSorted();
    return { lead, end: 'won', cents, wonOn: first };
  }
  const isLost = deals.length > 0 && deals.every(({ end }) => end === 'lost');
  if (isLost) return { lead, end: 'lost', cents: 0, wonOn: null };
  const { state } = lead;
  const end =
    state === 'qualified' ? 'qualified' : state === 'rejected' || state === 'resting' ? 'rejected' : 'open';
  return { lead, end, cents: 0, wonOn: null };
}

/** Of leads that arrived from one day to another, both included. `of`: those alone that are meant. */
export function figuresOf(
  set: CrmSet,
  { from, to }: { from: string; to: string },
  of: { leads: (lead: CrmLead) => boolean; campaigns: (campaign: CrmCampaign) => boolean } = {
    leads: () => true,
    campaigns: () => true,
  },
): ExpectedFigures {
  const fates = fatesOf(set).filter(
    ({ lead }) => dayOf(lead.acquired) >= from && dayOf(lead.acquired) <= to && of.leads(lead),
  );
  const count = (...ends: Fate['end'][]) => fates.filter(({ end }) => ends.includes(end)).length;
  return {
    leads: fates.length,
    qualified: count('qualified', 'won', 'lost'),
    rejected: count('rejected'),
    ...{ won: count('won'), lost: count('lost'), open: count('open', 'qualified') },
    value: fates.reduce((sum, { cents }) => sum + cents, 0),
    spend: spentBetween(set.campaigns.filter(of.campaigns), from, to),
  };
}

/** Rejected leads of those days by the words of the CRM, folded to small letters; without a word: ''. */
export function rejectionsOf(set: CrmSet, { from, to }: { from: string; to: string }): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { lead, end } of fatesOf(set)) {
    const on = dayOf(lead.acquired);
    if (end !== 'rejected' || on < from || on > to) continue;
    const reason = lead.reason.toLowerCase();
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

/** A campaign's cost goes day by day in whole cents, those that are left over to its first days. */
function spentBetween(campaigns: readonly CrmCampaign[], first: string, last: string): number | null {
  let sum = 0;
  let isAny = false;
  for (const { from, to, cents } of campaigns) {
    const days = daysOf(from, to);
    days.forEach((on, nth) => {
      if (on < first || on > last) return;
      isAny = true;
      sum += Math.floor(cents / days.length) + (nth < cents % days.length ? 1 : 0);
    });
  }
  return isAny ? sum : null;
}

function daysOf(from: Stamp, to: Stamp): string[] {
  const days: string[] = [];
  for (let day = Date.UTC(from.year, from.month - 1, from.day); ; day += 86_400_000) {
    const on = new Date(day).toISOString().slice(0, 10);
    days.push(on);
    if (on === dayOf(to)) return days;
  }
}

function dayOf({ year, month, day }: Stamp): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** Monday to Sunday, each week that holds a day of the two years. */
export function weeksFrom(year: number, count: number): { week: string; from: string; to: string }[] {
  // The fourth of January is in the first week, whatever day that is.
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000;
  return Array.from({ length: count }, (_, nth) => {
    const start = new Date(monday + nth * 7 * 86_400_000);
    const thursday = new Date(start.getTime() + 3 * 86_400_000);
    const january = Date.UTC(thursday.getUTCFullYear(), 0, 1);
    const number = 1 + Math.floor((thursday.getTime() - january) / (7 * 86_400_000));
    return {
      week: `${thursday.getUTCFullYear()}-W${String(number).padStart(2, '0')}`,
      from: start.toISOString().slice(0, 10),
      to: new Date(start.getTime() + 6 * 86_400_000).toISOString().slice(0, 10),
    };
  });
}
