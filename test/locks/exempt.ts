/** Locks and conditions whose loss no test could notice, each with the reason. */
interface Exemption {
  file: string;
  text: string;
  why: string;
}

export const EXEMPT: readonly Exemption[] = [
  {
    file: 'src/store/outbox/join.ts',
    text: ".where('seq', 'in', waitingBeside(tx, row))\n    .where('status', '=', 'pending')",
    why: 'One worker leases at a time and has just chosen among those that wait; this is the second net.',
  },
  {
    file: 'src/store/outbox/enqueue.ts',
    text: ".set({ nextAttemptAt: AT_ONCE })\n    .where('status', '=', 'pending')",
    why: 'The time of a row that is not pending is read by nobody; this is for the index.',
  },
  {
    file: 'src/store/outbox/queue.ts',
    text: ".set({ leaseUntil: now })\n    .where('status', '=', 'sending')",
    why: 'A row that is not being sent has no lease; this is for the index.',
  },
  {
    file: 'src/store/outbox/queue.ts',
    text: ".set({ doubtSince: now })\n    .where('status', 'in', ['pending', 'sending'])",
    why: 'The doubt of a row that is over is read by nobody; this is for the index.',
  },
  {
    file: 'src/store/outbox/lease.ts',
    text: ".set({ leaseUntil: now })\n    .where('status', '=', 'sending')",
    why: 'A row that is not being sent has no lease; this is for the index.',
  },
  {
    file: 'src/store/delivery/fetch-job.ts',
    text: ".set({ nextAttemptAt: now })\n    .where('state', 'in', OPEN)",
    why: 'The time of a job that is over is read by nobody.',
  },
  {
    file: 'src/usecases/nag/release-deactivated.ts',
    text: 'await lockLeadsOf(tx, person)',
    why: 'It locks lead by lead in the store, and is registered there.',
  },
  {
    file: 'src/usecases/lead/claim-on-arrival.ts',
    text: 'await lockLead(work.tx, leadId)',
    why: 'The same transaction has just inserted the lead: nobody else sees it yet.',
  },
  {
    file: 'src/usecases/definition/sign-definition.ts',
    text: 'await lockProposal(tx, version)',
    why: 'Whoever signs holds the settings already; this is the second net.',
  },
  {
    file: 'src/store/definition/proposal.ts',
    text: 'query.forUpdate()',
    why: 'Whoever signs holds the settings already; this is the second net.',
  },
  {
    file: 'src/store/reject-reason/reject-reason.ts',
    text: 'query.forUpdate()',
    why: 'Whoever changes the list holds the settings already; this is the second net.',
  },
  {
    file: 'src/store/outbox/finish.ts',
    text: ".where('status', '=', 'sending')",
    why: 'A row that is not being sent has no lease token, by which it is found in the next line.',
  },
  {
    file: 'src/store/outbox/lease.ts',
    text: ".where('status', 'not in', ['sent', 'failed', 'cancelled'])",
    why: 'The rows were chosen by their status in the same statement; this is for the index.',
  },
  {
    file: 'src/store/outbox/queue.ts',
    text: "    .set({ nextAttemptAt: now })\n    .where('status', '=', 'pending')",
    why: 'The time of a row that is not pending is read by nobody.',
  },
  {
    file: 'src/store/outbox/queue.ts',
    text: ".where('doubtSince', '>', now + CLOCKS_DIFFER)",
    why: 'It says which times are wrong, and nobody else writes them earlier.',
  },
  {
    file: 'migrations/20261121T0910-outbox.ts',
    text: ".addColumn('id', 'text', (c) => c.notNull().unique())",
    why: 'Ids are made to be different; it is the index by which a row is found.',
  },
  {
    file: 'migrations/20261121T1110-nag-receipts.ts',
    text: ".addPrimaryKeyConstraint('nag_receipt_once', ['nag_id', 'hearer'])",
    why: 'A nag is inserted once, with its receipts, and that is registered; this is the table’s key.',
  },
  {
    file: 'migrations/20261121T0900-leads.ts',
    text: ".addUniqueConstraint('nag_once', ['lead_id', 'promise', 'step', 'cycle_at'])",
    why: 'The table is made again by 20261126T2110-promises, and that one is registered.',
  },
  {
    file: 'migrations/20261126T2110-promises.ts',
    text: ".addPrimaryKeyConstraint('promise_key', ['about', 'id'])",
    why: 'Ids are made to be different; it is the index by which rows are found.',
  },
  {
    file: 'migrations/20261126T2110-promises.ts',
    text: ".addPrimaryKeyConstraint('receipt_of_nag_once', ['nag_id', 'hearer'])",
    why: 'A nag is inserted once, with its receipts, and that is registered; this is the table’s key.',
  },
  {
    file: 'migrations/20261126T2110-promises.ts',
    text: ".addUniqueConstraint('nag_of_promise_once', ['promise_id', 'step', 'cycle_at'])",
    why: 'No nag names its promise yet.',
  },
];
