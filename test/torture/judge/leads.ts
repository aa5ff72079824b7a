/** Each lead that was confirmed is there, once; what was not confirmed may be there, once. */
import { leadIn } from '../clients/names.ts';
import type { Promised, SentLead } from '../promised.ts';
import type { Records } from '../records.ts';
import { type Violation, violations } from './violation.ts';

export function judgeLeads({ leads: sent }: Promised, records: Records): Violation[] {
  const rows = Map.groupBy(records.leads, ({ name }) => leadIn(name));
  const withRows = [...sent.values()].map((lead) => ({
    lead,
    ids: (rows.get(lead.name) ?? []).map(({ id }) => id),
  }));
  const mostOf = ({ isKnownAgain, sent: times }: SentLead) => (isKnownAgain ? 1 : times);
  return [
    ...violations(
      'a confirmed lead is kept',
      withRows.filter(({ lead, ids }) => lead.confirmed && ids.length === 0),
      ({ lead }) => `${lead.name} is not in the database`,
    ),
    ...violations(
      'no lead is kept twice',
      withRows.filter(({ lead, ids }) => ids.length > mostOf(lead)),
      ({ lead, ids }) => `${lead.name} is there ${ids.length} times, sent ${lead.sent} times`,
    ),
    ...violations(
      'a confirmed id names its lead',
      withRows.filter(({ lead, ids }) =>
        [...lead.ids].some((id) => !ids.includes(id as (typeof ids)[number])),
      ),
      ({ lead, ids }) =>
        `${lead.name} was confirmed as ${[...lead.ids].join(', ')}, and is ${ids.join(', ')}`,
    ),
    ...violations(
      'no lead comes from nowhere',
      [...rows.keys()].filter((name) => name === null || !sent.has(name)),
      (name) => `${name} was never sent`,
    ),
  ];
}
