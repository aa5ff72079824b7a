import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';

export const LEAD = {
  claim: 'lead_claim',
  contacted: 'lead_contacted',
  qualify: 'lead_qualify',
  reject: 'lead_reject',
  won: 'lead_won',
  lost: 'lead_lost',
  tellStory: 'lead_tell_story',
  mend: 'lead_mend',
  /** Assign or hand over, whichever the lead is ready for. */
  give: 'lead_give',
  show: 'lead_show',
  menu: 'lead_menu',
  pageBack: 'lead_page_back',
  pageOn: 'lead_page_on',
  takeOut: 'lead_take_out',
} as const;

/** Whether a new lead and an earlier one are the same. */
export const MATCH = {
  merge: 'lead_merge',
  keepApart: 'lead_keep_apart',
} as const;

export const LEAD_MODAL = {
  qualify: 'lead_qualify_modal',
  reject: 'lead_reject_modal',
  close: 'lead_close_modal',
  details: 'lead_details_modal',
  assign: 'lead_assign_modal',
  handOver: 'lead_hand_over_modal',
  snooze: 'lead_snooze_modal',
  mend: 'lead_mend_modal',
  entry: 'lead_entry_modal',
  message: 'lead_message_modal',
} as const;

/** Block ids of the modals' inputs, each with an element of the same action id. */
export const QUALIFY_FIELD = {
  criteria: 'criteria',
  exception: 'exception',
  amount: 'amount',
  nextStep: 'next_step',
  nextStepOn: 'next_step_on',
  note: 'note',
} as const;

export const REJECT_FIELD = {
  reason: 'reason',
  date: 'date',
  attempts: 'attempts',
  duplicateOf: 'duplicate_of',
  rightName: 'right_name',
  rightReach: 'right_reach',
  note: 'note',
} as const;

export const ASSIGN_FIELD = {
  person: 'person',
  note: 'note',
} as const;

export const SNOOZE_FIELD = { date: 'date' } as const;

export const MEND_FIELD = {
  name: 'name',
  title: 'title',
  company: 'company',
  email: 'email',
  phone: 'phone',
} as const;

export const CLOSE_FIELD = {
  amount: 'amount',
  currency: 'currency',
  on: 'on',
  reason: 'close_reason',
} as const;

export function parseLeadId(value: string | undefined): LeadId {
  if (value === undefined || !ID.test(value))
    throw new AppError('invalid', inWords('This button names no lead.'));
  return value as LeadId;
}

/** The modals of a lead carry which one they are about. */
export const leadKey: Codec<LeadId> = { encode: (id) => id, decode: parseLeadId };

/** What the ⋯ menu of a card offers. */
const LEAD_MENU = [
  'assign',
  'hand_over',
  'snooze',
  'wake',
  'release',
  'undo',
  'reopen',
  'mend',
  'split',
  'details',
] as const;
export type LeadMenuChoice = (typeof LEAD_MENU)[number];

interface LeadMenuValue {
  choice: LeadMenuChoice;
  leadId: LeadId;
  /** How the id of the move ends that is to be taken back: so much of it fits into a menu. Null: the menu was drawn by a version that did not say. */
  seen: string | null;
}

const SEEN_LETTERS = 12;

export const leadMenuValue = {
  encode: (choice: LeadMenuChoice, lead: Pick<Lead, 'id' | 'undoMove'>): string => {
    const seen = choice === 'undo' ? lead.undoMove : null;
    return [choice, lead.id, ...(seen ? [seen.slice(-SEEN_LETTERS)] : [])].join(':');
  },
  decode: (value: string | undefined): LeadMenuValue => {
    const [name, id, seen = null] = value?.split(':') ?? [];
    const choice = LEAD_MENU.find((known) => known === name);
    if (!choice || (seen !== null && !ID.test(seen)))
      throw new AppError('invalid', inWords('This menu entry is not known any more.'));
    return { choice, leadId: parseLeadId(id), seen };
  },
};

export interface CloseKey {
  leadId: LeadId;
  outcome: 'won' | 'lost';
}

/** The modals of won and lost carry which of the two they are. */
export const closeKey: Codec<CloseKey> = {
  encode: ({ leadId, outcome }) => `${outcome}:${leadId}`,
  decode: (text) => {
    const [outcome, id] = text.split(':');
    return { outcome: outcome === 'lost' ? 'lost' : 'won', leadId: parseLeadId(id) };
  },
};

/** Which page of all that is known of which lead. */
export const detailsPage = {
  encode: ({ leadId, page }: { leadId: LeadId; page: number }): string => `${page}:${leadId}`,
  decode: (value: string | undefined): { leadId: LeadId; page: number } => {
    const [page, id] = value?.split(':') ?? [];
    return { leadId: parseLeadId(id), page: /^\d{1,3}$/.test(page ?? '') ? Number(page) : 0 };
  },
};

interface RepeatIn {
  leadId: LeadId;
  page: number;
  repeatId: LeadId;
}

/** One of those that came again, on which page of what is known of the first. */
export const repeatIn = {
  encode: ({ repeatId, ...page }: RepeatIn): string => `${detailsPage.encode(page)}:${repeatId}`,
  decode: (value: string | undefined): RepeatIn => ({
    ...detailsPage.decode(value),
    repeatId: parseLeadId(value?.split(':')[2]),
  }),
};
