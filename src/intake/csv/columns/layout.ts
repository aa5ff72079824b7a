/** What a file may hold: the fields of the API by name, how each is written, and which must be there. */
type FieldKind = 'text' | 'instant' | 'day' | 'amount';

export interface Layout {
  noun: 'leads' | 'outcomes' | 'spend';
  fields: Readonly<Record<string, FieldKind>>;
  /** At least one of each group must have a column or a value that is set. */
  required: readonly (readonly string[])[];
  /** Fields that another one is made of. */
  parts?: Readonly<Record<string, readonly string[]>>;
  /** Whether a column that we do not know is kept with the row, as `fields.NAME`. */
  keepsUnknown: boolean;
}

/** What has become of a lead elsewhere until today. */
const HISTORY = {
  owner: 'text',
  status: 'text',
  contactedAt: 'instant',
  qualifiedAt: 'instant',
  rejectedAt: 'instant',
  rejectReason: 'text',
  wonAt: 'instant',
  lostAt: 'instant',
  closedAt: 'instant',
  value: 'amount',
  currency: 'text',
} as const;

export const HISTORY_FIELDS = Object.keys(HISTORY) as (keyof typeof HISTORY)[];

export const LEADS: Layout = {
  noun: 'leads',
  fields: {
    source: 'text',
    externalId: 'text',
    campaign: 'text',
    campaignId: 'text',
    name: 'text',
    firstName: 'text',
    lastName: 'text',
    email: 'text',
    phone: 'text',
    company: 'text',
    title: 'text',
    segment: 'text',
    region: 'text',
    companySize: 'text',
    message: 'text',
    reason: 'text',
    priority: 'text',
    receivedAt: 'instant',
    ...HISTORY,
  },
  required: [['source'], ['externalId', 'name', 'email', 'phone', 'company']],
  parts: { name: ['firstName', 'lastName'] },
  keepsUnknown: true,
};

export const OUTCOMES: Layout = {
  noun: 'outcomes',
  fields: {
    leadId: 'text',
    externalId: 'text',
    dealId: 'text',
    source: 'text',
    email: 'text',
    website: 'text',
    outcome: 'text',
    isWon: 'text',
    isClosed: 'text',
    value: 'amount',
    currency: 'text',
    at: 'instant',
    wonAt: 'instant',
    lostAt: 'instant',
    reason: 'text',
  },
  required: [['externalId', 'leadId', 'email', 'website'], ['outcome']],
  keepsUnknown: false,
};

export const SPEND: Layout = {
  noun: 'spend',
  fields: {
    side: 'text',
    source: 'text',
    campaign: 'text',
    campaignId: 'text',
    from: 'day',
    to: 'day',
    amount: 'amount',
    currency: 'text',
    note: 'text',
  },
  required: [['side'], ['from'], ['amount']],
  keepsUnknown: false,
};

/** `fields.NAME` stands for whatever else the sender added. */
export const EXTRA = 'fields.';

export function isFieldOf(layout: Layout, name: string): boolean {
  return (
    name in layout.fields || (layout.keepsUnknown && name.startsWith(EXTRA) && name.length > EXTRA.length)
  );
}
