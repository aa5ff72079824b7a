/**
 * Every id that a view sends out and a listener hears, with the codec of the value it carries. A value comes back from outside:
 * it is parsed, and what it may do is judged on the row.
 */
export * from './action-ids/brought-file.ts';
export * from './action-ids/codec.ts';
export * from './action-ids/commands.ts';
export * from './action-ids/goal.ts';
export * from './action-ids/home.ts';
export * from './action-ids/insight.ts';
export * from './action-ids/lead.ts';
export * from './action-ids/lead-entry.ts';
export * from './action-ids/rejects.ts';
export * from './action-ids/routing.ts';
export * from './action-ids/scorecard.ts';
export * from './action-ids/source.ts';
export * from './action-ids/spend.ts';
export * from './action-ids/team.ts';
export * from './action-ids/web-form.ts';
