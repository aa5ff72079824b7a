/** Whose the leads of a CRM are and since when somebody speaks with them, reckoned from its rows alone. */
import type { CrmLead, CrmSet } from './crm-set.ts';

export interface ExpectedOwner {
  id: string;
  owner: string | null;
  /** As the CRM calls one who is nobody here. */
  inWords: string | undefined;
  /** YYYY-MM-DD. */
  contactedOn: string | null;
}

interface Here {
  members: Readonly<Record<string, string>>;
  /** YYYY-MM-DD. */
  heardOn: string;
}

/** By id. */
export function ownersOf({ leads }: CrmSet, { members, heardOn }: Here): ExpectedOwner[] {
  return leads
    .map((lead) => ({
      id: lead.id,
      owner: members[lead.owner] ?? null,
      inWords: lead.owner in members ? undefined : lead.owner || undefined,
      contactedOn: dayOf(lead) ?? (lead.state === 'contacted' ? heardOn : null),
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function dayOf({ contacted }: CrmLead): string | null {
  if (contacted === null) return null;
  const { year, month, day } = contacted;
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
