/** Where a lead is in its life; lead.ts says which verb leads where. */
export type LeadState =
  | 'new'
  | 'claimed'
  | 'qualified'
  | 'rejected'
  | 'resting'
  | 'returned'
  | 'won'
  | 'lost'
  | 'merged';
