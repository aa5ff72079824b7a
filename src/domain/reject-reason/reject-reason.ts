/**
 * A reject reason: why a lead was turned down, and what follows from it. The list is data: managers rename, add and retire reasons;
 * history keeps the old ones. The ones below are what a new team starts with.
 *
 * Two reasons are the same when their code is. Chosen in slack/views/lead/reject-modal, applied by lead/reject, stored by store/reject-reason.
 */
export type ReasonOutcome =
  | { kind: 'closed' }
  /** Dropped: in no rate. */
  | { kind: 'dropped' }
  | { kind: 'returned' }
  | { kind: 'rests'; days: number }
  /** Rests until the date that the rejecting person names, then to the same person first. */
  | { kind: 'rests_until' };

export const OUTCOME_KINDS = [
  'closed',
  'dropped',
  'returned',
  'rests',
  'rests_until',
] as const satisfies ReasonOutcome['kind'][];

/** What a reason asks for: `lead` is the one that the lead duplicates, which it is merged into; `person` is the right one of the company. */
export type ReasonNeed = 'date' | 'attempts' | 'note' | 'lead' | 'person';

export interface RejectReason {
  code: string;
  label: string;
  /** What happens next, in the managers' words; null: as the outcome says. */
  consequence: string | null;
  outcome: ReasonOutcome;
  needs: ReasonNeed | null;
  /** Choosing it says that there was a contact: the second clock stops. */
  impliesContact: boolean;
  /** Whether such a lead counts in rates. */
  counts: boolean;
  /** In the managers' words; null: nobody. */
  whoActs: string | null;
}

/** The reason that says: this lead is another one. */
export const DUPLICATE = 'duplicate';

export const FIRST_REASONS: readonly RejectReason[] = [
  reason('not_our_market', 'Not our market: region, segment or size', {
    consequence: 'closed, marketing adjusts targeting',
    whoActs: 'targeting',
  }),
  reason('not_our_offer', 'Wants something that we do not offer', {
    consequence: 'closed, marketing adjusts the message',
    impliesContact: true,
    whoActs: 'campaign',
  }),
  reason('bad_timing', 'Bad timing', {
    consequence: 'comes back to you on a date',
    outcome: { kind: 'rests_until' },
    needs: 'date',
    impliesContact: true,
    whoActs: 'rep',
  }),
  reason('no_budget', 'No budget', {
    consequence: 'rests 90 days',
    outcome: { kind: 'rests', days: 90 },
    impliesContact: true,
    whoActs: 'campaign',
  }),
  reason('no_need', 'No need or interest', {
    consequence: 'closed, marketing may nurture',
    impliesContact: true,
    whoActs: 'campaign',
  }),
  reason('chose_another', 'Went with somebody else', {
    consequence: 'closed, marketing looks at why',
    impliesContact: true,
    whoActs: 'campaign',
  }),
  reason('wrong_person', 'Wrong person, right company', {
    consequence: 'marketing finds the right one',
    outcome: { kind: 'returned' },
    needs: 'person',
    impliesContact: true,
    whoActs: 'marketing',
  }),
  reason('unreachable', 'Unreachable', {
    consequence: 'rests 30 days',
    outcome: { kind: 'rests', days: 30 },
    needs: 'attempts',
    whoActs: 'campaign',
  }),
  reason('bad_contact_data', 'Bad contact data', {
    consequence: 'marketing mends it, comes back as new',
    outcome: { kind: 'returned' },
    whoActs: 'marketing',
  }),
  reason('competitor_or_student', 'Competitor or student', { consequence: 'closed', whoActs: 'nobody' }),
  reason(DUPLICATE, 'Duplicate or already a customer', {
    consequence: 'merged into the other one',
    outcome: { kind: 'dropped' },
    needs: 'lead',
    counts: false,
    whoActs: 'nobody',
  }),
  reason('spam', 'Spam, test, job seeker or vendor', {
    consequence: 'dropped, in no rate',
    outcome: { kind: 'dropped' },
    counts: false,
    whoActs: 'owner of the form',
  }),
  reason('other', 'Other', { consequence: 'closed, say why', needs: 'note', whoActs: 'manager' }),
];

function reason(
  code: string,
  label: string,
  rest: Pick<RejectReason, 'consequence' | 'whoActs'> & Partial<RejectReason>,
): RejectReason {
  return {
    code,
    label,
    outcome: { kind: 'closed' },
    needs: null,
    impliesContact: false,
    counts: true,
    ...rest,
  };
}
