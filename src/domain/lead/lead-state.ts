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

/** What only its owner or a manager can do with a lead that somebody has. */
export type LeadAct =
  | 'contacted'
  | 'qualify'
  | 'reject'
  | 'release'
  | 'hand_over'
  | 'snooze'
  | 'reopen'
  | 'close';
