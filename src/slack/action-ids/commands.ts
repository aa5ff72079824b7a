/** Ways in from Slack, as the manifest names them. */
export const COMMAND = {
  lead: '/lead',
  tango: '/tango',
  insight: '/insight',
  scorecard: '/scorecard',
} as const;

export const SHORTCUT = { makeLead: 'make_lead' } as const;

/** Steps of Workflow Builder. */
export const STEP = { createLead: 'create_lead' } as const;
