/** Locks and conditions whose loss no test could notice, each with the reason. */
interface Exemption {
  file: string;
  text: string;
  why: string;
}

export const EXEMPT: readonly Exemption[] = [
  {
    file: 'src/usecases/lead/fill-known.ts',
    text: 'lockLead(',
    why: 'A copy that is stale is refused by its version, and the same rows fill the rest with the next run of the file.',
  },
  {
    file: 'src/usecases/lead/tell-histories.ts',
    text: 'lockLead(',
    why: 'A copy that is stale is refused by its version, and the same rows are told again with the next run of the file.',
  },
  {
    file: 'src/usecases/place/card-unplaced.ts',
    text: 'await lockLeads(tx, ids)',
    why: 'A copy that is stale is refused by its version, and the batch begins again a minute later.',
  },
  {
    file: 'migrations/20261128T1610-rejects.ts',
    text: ".addPrimaryKeyConstraint('rejected_lead_once', ['rejects_id', 'lead_id'])",
    why: 'They are written by whoever has just made the row of their rejects, which nobody else has yet.',
  },
  {
    file: 'migrations/20261127T0115-merged-ids.ts',
    text: ".addPrimaryKeyConstraint('merged_id_key', ['external_id', 'source'])",
    why: 'Merges come one after the other by a lock of theirs.',
  },
  {
    file: 'migrations/20261128T1500-week-shares.ts',
    text: ".addPrimaryKeyConstraint('week_moved_pk', ['told_in', 'week'])",
    why: 'Written by whoever publishes the week, which one alone does by the key of the scorecard.',
  },
  {
    file: 'src/usecases/team/watch-groups.ts',
    text: 'locksSettings: true',
    why: 'What is lost in the moment between reading and writing is asked of Slack again within a day.',
  },
  {
    file: 'src/store/delivery/fetch-job.ts',
    text: ".where('state', '=', 'failed')",
    why: 'Whoever is fetched already is known by the id, and a repeat is no news.',
  },
  {
    file: 'src/store/outbox/backlog.ts',
    text: ".set({ status: 'stopped' })\n    .where('status', '=', 'pending')",
    why: 'What is to be posted and is not pending is over or under way in another lane; this is for the index.',
  },
  {
    file: 'src/store/outbox/repost.ts',
    text: ".where('status', '=', 'cancelled')",
    why: 'A state that is shown is drawn again by that, and no more.',
  },
  {
    file: 'src/store/outbox/repost.ts',
    text: "const row = await tx.sql\n    .updateTable('outbox')\n    .set((eb) => ({ ...AS_NEW, armedAt: now, generation: eb('generation', '+', 1) }))\n    .where('dedupeKey', '=', key)\n    .where('kind', 'in', STATE_KINDS)\n    .where('status', '!=', 'sending')",
    why: 'Whoever is sending it finds out by itself that it is gone; without the condition it would be posted twice only after a crash at that moment.',
  },
  {
    file: 'src/store/outbox/repost.ts',
    text: ".where('threadOf', '=', key)\n    .where('status', '=', 'pending')\n    .where('kind', '=', line)",
    why: 'A line that is being sent or was sent is told once more in the next thread anyway; its row is only for the count.',
  },
  {
    file: 'src/store/outbox/repost.ts',
    text: ".where('lane', '=', 'post')\n    .where('status', '=', 'pending')\n    .execute()",
    why: 'Of what stands for no channel nothing is ever under way; this is for the index.',
  },
  {
    file: 'src/store/outbox/repost.ts',
    text: ".where('dedupeKey', 'in', keys)\n    .where('status', '=', 'sent')",
    why: 'Whatever waits is shown anyway, and whatever is under way is looked at by that.',
  },
  {
    file: 'src/usecases/place/follow-channel.ts',
    text: 'locksSettings: true',
    why: 'Against a change of settings in the very moment in which Slack gives a channel another id.',
  },
  {
    file: 'src/usecases/place/move-cards.ts',
    text: 'await lockLeads(tx, ids)',
    why: 'A move writes what it has changed alone, and not where the card stands; this keeps the order in which leads are locked.',
  },
  {
    file: 'src/store/lead/lead.ts',
    text: "(tx.dialect === 'postgres' ? query.forUpdate() : query).execute()",
    why: 'Whoever moves cards alone locks several, for the order above.',
  },
  ...[
    {
      file: 'src/usecases/place/move-posts.ts',
      text: 'await lockRequestsElsewhere(work.tx, fieldChannel, BATCH)',
    },
    {
      file: 'src/usecases/place/move-posts.ts',
      text: 'await lockStoriesElsewhere(work.tx, marketingChannel, BATCH)',
    },
    {
      file: 'src/store/insight/open-requests.ts',
      text: "orderBy('id').limit(limit);\n  const rows = await (tx.dialect === 'postgres' ? query.forUpdate() : query).execute()",
    },
    {
      file: 'src/store/story/story.ts',
      text: ".limit(limit);\n  const rows = await (tx.dialect === 'postgres' ? query.forUpdate() : query).execute()",
    },
  ].map((lock) => ({
    ...lock,
    why: 'A version that moved on meanwhile is refused, and the next minute tries again.',
  })),
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
    file: 'migrations/20261128T1700-goals.ts',
    text: ".addUniqueConstraint('goal_version', ['kind', 'period', 'version'])",
    why: 'Whoever proposes holds the settings already; this is the second net.',
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
    why: 'Of one lead, kind, step and cycle there is one nag, and that is registered; this says the same by the promise.',
  },
  {
    file: 'src/usecases/promise/fill-promises.ts',
    text: 'await lockLead(tx, id)',
    why: 'Two that fill the same lead are kept from two running promises by the index promise_running, which is registered.',
  },
  {
    file: 'migrations/20261127T1620-sources.ts',
    text: ".addPrimaryKeyConstraint('campaign_spelling_key', ['key', 'source_key'])",
    why: 'The conflict that it makes is registered where the spelling is written.',
  },
  {
    file: 'migrations/20261127T1620-sources.ts',
    text: ".addPrimaryKeyConstraint('source_guess_key', ['key', 'source_id'])",
    why: 'A guess that is counted twice is shown once all the same.',
  },
  {
    file: 'migrations/20261127T1620-sources.ts',
    text: ".addPrimaryKeyConstraint('source_apart_key', ['one', 'other'])",
    why: 'Changes of sources come one after the other by a lock of theirs.',
  },
  {
    file: 'src/usecases/source/source-edit.ts',
    text: 'await lockSources(work.tx)',
    why: 'It is the one lock of all changes, and that is registered where it is taken of the database.',
  },
  {
    file: 'src/usecases/source/undo-source-change.ts',
    text: 'await lockSources(work.tx)',
    why: 'The same: of two who take back one change the rows of the second are not as the change left them.',
  },
  {
    file: 'migrations/20261121T0930-numbers.ts',
    text: 'c.notNull().unique()',
    why: 'Versions of before told repeated rows by it; from now on each row has a key of its own.',
  },
  {
    file: 'migrations/20261127T1745-spend-ledger.ts',
    text: ".addPrimaryKeyConstraint('spend_replacement_key', ['spend_id', 'batch_id'])",
    why: 'Batches come one after the other by the lock of the ledger.',
  },
  {
    file: 'src/usecases/import/undo-import.ts',
    text: 'await lockLedger(tx);',
    why: 'Who takes back twice is refused by the row, and who records meanwhile has its own rows either way.',
  },
  {
    file: 'src/store/import/import.ts',
    text: "conflict.columns(['importId', 'line']).doNothing()",
    why: 'Of one import the parts come one after the other.',
  },
  {
    file: 'migrations/20261127T2115-imports.ts',
    text: ".addPrimaryKeyConstraint('import_made_key'",
    why: 'Each transaction keeps what it made itself, under ids of its own.',
  },
  {
    file: 'migrations/20261127T2115-imports.ts',
    text: ".addPrimaryKeyConstraint('import_refusal_key'",
    why: 'Of one import the parts come one after the other.',
  },
  {
    file: 'src/usecases/money/ledger.ts',
    text: 'await lockLedger(tx);',
    why: 'Who takes back twice is refused by the row, and who records meanwhile has its own rows either way.',
  },
  {
    file: 'src/usecases/money/record-part.ts',
    text: 'await lockLedger(tx);\n  const origins',
    why: 'The lock itself is registered.',
  },
  {
    file: 'src/usecases/money/correct-spend.ts',
    text: 'await lockLedger(work.tx);',
    why: 'The lock itself is registered.',
  },
  {
    file: 'src/usecases/money/record-spend.ts',
    text: 'await lockLedger(tx);\n    const { rows',
    why: 'A batch is closed by whoever brought it, alone.',
  },
  {
    file: 'src/store/money/ledger.ts',
    text: "conflict.column('id').doNothing()",
    why: 'Of one batch the parts come one after the other.',
  },
  {
    file: 'migrations/20261128T0020-spend-amounts.ts',
    text: ".addPrimaryKeyConstraint('spend_replacement_pair', ['spend_id', 'by_id'])",
    why: 'An amount says what it stands for once, when it comes in.',
  },
  {
    file: 'migrations/20261128T0600-spend-versions.ts',
    text: ".addPrimaryKeyConstraint('spend_correction_pair', ['spend_id', 'by_id'])",
    why: 'A version says what it stands for once, when it comes in.',
  },
  {
    file: 'migrations/20261128T0600-spend-versions.ts',
    text: ".addPrimaryKeyConstraint('spend_replaced_version_pair', ['version_id', 'by_version_id'])",
    why: 'A version says what it stands for once, when it comes in.',
  },
  {
    file: 'src/usecases/web-form/change-web-forms.ts',
    text: 'await lockWebForm(work.tx, id)',
    why: 'Of two who change a form at once the later word holds, as in every form here.',
  },
  {
    file: 'src/usecases/web-form/keep-meanings.ts',
    text: 'await lockWebForm(tx, id)',
    why: 'Of two who say at once what a question means the later word holds.',
  },
  {
    file: 'src/usecases/web-form/keep-meanings.ts',
    text: 'await lockLead(work.tx, id)',
    why: 'A copy that is stale is refused by its version.',
  },
  {
    file: 'src/usecases/brought-file/watch-sheet.ts',
    text: 'lockSheetWatch(',
    why: 'One process runs each occurrence of the job; where two would, the second finds it no longer due.',
  },
  {
    file: 'src/store/brought-file/sheet-watch.ts',
    text: '.forUpdate()',
    why: 'The lock of the use above.',
  },
  {
    file: 'migrations/20261128T0300-file-deals.ts',
    text: ".addPrimaryKeyConstraint('file_deal_version', ['lead_id', 'id', 'import_id'])",
    why: 'One process works on an import, and what it says of a deal once more is what it said before.',
  },
  {
    file: 'migrations/20261128T0100-deals.ts',
    text: ".addPrimaryKeyConstraint('deal_key', ['vendor', 'id'])",
    why: 'It is written by an upsert that names it.',
  },
  {
    file: 'src/usecases/web-form/vendor-forms.ts',
    text: 'await lockWebFormByKey(work.tx, keyHash)',
    why: 'Of two deliveries of one form at once each has its leads; whose questions are the last is nobody’s loss.',
  },
  {
    file: 'src/usecases/delivery/take-delivery.ts',
    text: 'await lockVendorForms(work, [...told, ...later])',
    why: 'The same, asked for by its use.',
  },
  {
    file: 'src/usecases/web-form/take-submission.ts',
    text: 'await lockWebForm(work.tx, submission.formId)',
    why: 'Two deliveries of one submission at the same moment meet again at the id of the lead; without an id of its own they would be one person who wrote twice, whom the match keys hold together.',
  },
  {
    file: 'src/store/web-form/web-form.ts',
    text: 'query.forUpdate()',
    why: 'What it is for is said where it is asked for.',
  },
  {
    file: 'migrations/20261127T1735-web-forms.ts',
    text: ".addColumn('key_hash', 'text', (c) => c.notNull().unique())",
    why: 'Two keys of so many random bits are never the same; a vendor’s form is written by an insert that names it.',
  },
  {
    file: 'migrations/20261127T1735-web-forms.ts',
    text: ".addPrimaryKeyConstraint('web_form_lead_key', ['form_id', 'lead_id'])",
    why: 'It is written by an upsert that names it.',
  },
  {
    file: 'src/usecases/brought-file/decide-file.ts',
    text: 'own(await lockBroughtFile(tx, decision.id), decision.person)',
    why: 'It only reads, for the window.',
  },
  {
    file: 'src/usecases/brought-file/decide-file.ts',
    text: 'own(await lockBroughtFile(work.tx, id), person)',
    why: 'One person decides about a file; of two clicks of theirs the second repeats the first, and to import twice takes no row twice.',
  },
  {
    file: 'src/store/brought-file/brought-file.ts',
    text: 'query.forUpdate()',
    why: 'What it is for is said where it is asked for.',
  },
  {
    file: 'src/store/brought-file/brought-file.ts',
    text: 'due.forUpdate().skipLocked()',
    why: 'Two that look at one file find the same, and to import twice takes no row twice.',
  },
  {
    file: 'src/store/brought-file/brought-file.ts',
    text: ".where('state', 'in', AT_WORK)\n    .where('nextAttemptAt', '>', now)",
    why: 'In any other state nobody asks when it is due.',
  },
  {
    file: 'migrations/20261127T2130-brought-files.ts',
    text: ".addUniqueConstraint('brought_file_message', ['channel', 'ts', 'file_id'])",
    why: 'It is written by an upsert that names it.',
  },
];
