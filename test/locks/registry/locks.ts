/** Advisory locks and locked rows: where they are taken, and how. */
import type { Guard } from './guard.ts';

const LEAD = 'test/races/lead.test.ts';
const NAG = 'test/races/nag.test.ts';
const REJECTS = 'test/races/rejects.test.ts';
const TEAM = 'test/races/team.test.ts';
const INSIGHT = 'test/races/insight.test.ts';
const MERGES = 'test/races/merged-ids.test.ts';
const QUEUES = 'test/races/queues.test.ts';

const ROW = "(tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst()";
const ROW_NOT_LOCKED = 'query.executeTakeFirst()';
const PREPARED_ROW = "return dialect === 'postgres' ? query.forUpdate() : query;";

/** The same row, read without the lock. */
function readOnly(store: string, find: string, args: string): string {
  return `await (await import('../../store/${store}.ts')).${find}(${args})`;
}

const ADVISORY: readonly Guard[] = [
  {
    name: 'merges of a vendor, and whom it names meanwhile, come one after the other',
    file: 'src/store/delivery/merged-id.ts',
    text: "pg_advisory_xact_lock(hashtext('merged_ids'))",
    without: '1',
    test: MERGES,
    turnsRed: 'the vendor merges them with another: they are one lead',
  },
  {
    name: 'whoever is fetched waits for merges',
    file: 'src/usecases/delivery/run-fetches.ts',
    text: 'await lockMergedIds(work.tx);',
    without: '',
    test: MERGES,
    turnsRed: 'the vendor merges them with another: they are one lead',
  },
  {
    name: 'a merge waits for whoever is fetched',
    file: 'src/usecases/lead/join-merged-leads.ts',
    text: 'await lockMergedIds(work.tx);',
    without: '',
    test: MERGES,
    turnsRed: 'the vendor merges them with another: they are one lead',
  },
  {
    name: 'one bot a SQLite file',
    file: 'src/store/bot-lock.ts',
    text: "beside.exec('begin exclusive')",
    without: "beside.exec('begin')",
    test: 'test/cli/backup.test.ts',
    turnsRed: 'a database whose bot is just starting is not replaced',
  },
  {
    name: 'a bot takes the lock of its database',
    file: 'src/store/database.ts',
    text: '() => lockBot(file)',
    without: '() => null',
    test: 'test/stories/one-bot.test.ts',
    turnsRed:
      'a second bot on a SQLite file says so in one sentence and ends; killed, the first leaves it free at once',
  },
  {
    name: 'restore takes the lock of the bot',
    file: 'src/store/sqlite-copy.ts',
    text: 'await lockForRestore(to)',
    without: '{ release: () => undefined }',
    test: 'test/cli/backup.test.ts',
    turnsRed: 'a database whose bot is just starting is not replaced',
  },
  {
    name: 'what restore does not get from its bot is refused',
    file: 'src/store/sqlite-copy.ts',
    text: 'await lockBot(file)',
    without: '{ release: () => undefined }',
    test: 'test/cli/backup.test.ts',
    turnsRed: 'a database whose bot is just starting is not replaced',
  },
  {
    name: 'turns are fair across replicas',
    file: 'src/store/routing/turn.ts',
    text: "pg_advisory_xact_lock(hashtext('routing'))",
    without: '1',
    test: TEAM,
    turnsRed: 'go to each in turn',
  },
  {
    name: 'changes of sources come one after the other',
    file: 'src/store/source/change.ts',
    text: "pg_advisory_xact_lock(hashtext('sources'))",
    without: '1',
    test: 'test/races/sources.test.ts',
    turnsRed: 'one of them is refused, and one line is left',
  },
  {
    name: 'whoever routes takes the lock of the turns',
    file: 'src/usecases/routing/route-leads.ts',
    text: 'await lockRouting(work.tx);',
    without: '',
    test: TEAM,
    turnsRed: 'go to each in turn',
  },
  {
    name: 'who records spend sees what others have recorded',
    file: 'src/store/money/ledger.ts',
    text: "pg_advisory_xact_lock(hashtext('spend'))",
    without: '1',
    test: 'test/races/deliveries.test.ts',
    turnsRed: 'are one amount when two import the same row',
  },
  {
    name: 'changes of the settings come one after the other',
    file: 'src/store/team/settings.ts',
    text: "pg_advisory_xact_lock(hashtext('settings'))",
    without: '1',
    test: TEAM,
    turnsRed: 'both have their change, also of one part',
  },
  {
    name: 'of two that arrive at the same moment the second sees the first',
    file: 'src/store/lead/lead-match.ts',
    text: 'pg_advisory_xact_lock($' + '{LOCK_SPACE}, lock_key)',
    without: 'lock_key',
    test: LEAD,
    turnsRed: 'is known for a repeat though the other one is not there yet',
  },
  {
    name: 'whoever looks for earlier leads takes the lock of their keys',
    file: 'src/usecases/lead/find-matches.ts',
    text: 'await lockMatchKeys(\n    tx,\n    seen.map((lead) => lead.keys),\n  );',
    without: '',
    test: LEAD,
    turnsRed: 'is known for a repeat though the other one is not there yet',
  },
  {
    name: 'the caps of nags are kept across replicas',
    file: 'src/store/nag/receipt.ts',
    text: "pg_advisory_xact_lock(hashtext('nags'))",
    without: '1',
    test: NAG,
    turnsRed: 'are no more than three a day to one person when two replicas say one each',
  },
  {
    name: 'whoever nags takes the lock of the caps',
    file: 'src/usecases/nag/send-nags.ts',
    text: 'await lockNagCounts(tx);',
    without: '',
    test: NAG,
    turnsRed: 'are no more than three a day to one person when two replicas say one each',
  },
  {
    name: 'one worker at a time takes rows of the outbox',
    file: 'src/store/outbox/queue.ts',
    text: 'pg_advisory_xact_lock(20_261_121)',
    without: '1',
    test: QUEUES,
    turnsRed: 'keep to the pace that they share',
  },
  {
    name: 'whoever leases takes the lock of the leases',
    file: 'src/outbox/lease.ts',
    text: 'await lockLeases(tx);',
    without: '',
    test: QUEUES,
    turnsRed: 'keep to the pace that they share',
  },
];

const LEAD_ROWS: readonly Guard[] = [
  {
    name: 'a lead that is about to be moved is held',
    file: 'src/store/lead/lead.ts',
    text: PREPARED_ROW,
    without: 'return query;',
    test: LEAD,
    turnsRed: 'has one owner, and the slower one hears who it is',
  },
  {
    name: 'a click holds its lead',
    file: 'src/usecases/lead/move-lead.ts',
    text: 'await lockLead(work.tx, leadId)',
    without: readOnly('lead/lead', 'findLead', 'work.tx, leadId'),
    test: LEAD,
    turnsRed: 'has one owner, and the slower one hears who it is',
  },
  {
    name: 'the lead that another one is merged into is held',
    file: 'src/store/lead/lead-match.ts',
    text: 'await lockLead(tx, id)',
    without: "await (await import('./lead.ts')).findLead(tx, id)",
    test: LEAD,
    turnsRed: 'is merged into one that is being claimed',
  },
  {
    name: 'the lead that another one is parted from is held',
    file: 'src/usecases/lead/merge-leads.ts',
    text: '(await lockLead(work.tx, lead.mergedInto))',
    without: `(${readOnly('lead/lead', 'findLead', 'work.tx, lead.mergedInto')})`,
    test: LEAD,
    turnsRed: 'is parted from one that is being claimed',
  },
  {
    name: 'a lead that is being claimed does not go with its import',
    file: 'src/usecases/import/undo-import.ts',
    text: 'await lockLead(work.tx, each.leadId)',
    without: readOnly('lead/lead', 'findLead', 'work.tx, each.leadId'),
    test: 'test/usecases/import/undo-import.test.ts',
    turnsRed: 'keeps what somebody claims at this very moment',
  },
  {
    name: 'a lead comes off its rest once',
    file: 'src/usecases/lead/wake-resting-leads.ts',
    text: 'await lockLead(tx, leadId)',
    without: readOnly('lead/lead', 'findLead', 'tx, leadId'),
    test: LEAD,
    turnsRed: 'comes off its rest once',
  },
  {
    name: 'nobody is nagged about a lead that is being moved',
    file: 'src/usecases/nag/send-nags.ts',
    text: 'await lockLead(tx, at.about as LeadId)',
    without: readOnly('lead/lead', 'findLead', 'tx, at.about as LeadId'),
    test: NAG,
    turnsRed: 'are not said about a lead that is being claimed',
  },
  {
    name: 'the leads of a deactivated account are held',
    file: 'src/store/team/deactivated.ts',
    text: 'await lockLead(tx, id)',
    without: "await (await import('../lead/lead.ts')).findLead(tx, id)",
    test: NAG,
    turnsRed: 'has its leads given back though a manager is giving one back',
  },
];

const OTHER_ROWS: readonly Guard[] = [
  {
    name: 'a fetch that is ordered again is held',
    file: 'src/store/delivery/fetch-job.ts',
    text: ROW,
    without: ROW_NOT_LOCKED,
    test: MERGES,
    turnsRed: 'the vendor changes them: they are asked for once more',
  },
  {
    name: 'a story that is about to be moved is held',
    file: 'src/store/story/story.ts',
    text: ROW,
    without: ROW_NOT_LOCKED,
    test: INSIGHT,
    turnsRed: 'is decided once, and the slower one hears what it is now',
  },
  {
    name: 'whoever decides holds the story',
    file: 'src/usecases/story/decide-story.ts',
    text: 'await lockStory(tx, storyId)',
    without: 'await findStory(tx, storyId)',
    test: INSIGHT,
    turnsRed: 'is decided once, and the slower one hears what it is now',
  },
  {
    name: 'whoever tells more holds the story',
    file: 'src/usecases/story/tell-story.ts',
    text: 'await lockStory(work.tx, id)',
    without: readOnly('story/story', 'findStory', 'work.tx, id'),
    test: INSIGHT,
    turnsRed: 'is told more of once',
  },
  {
    name: 'rejects that are about to be answered are held',
    file: 'src/store/rejects/rejects.ts',
    text: ROW,
    without: ROW_NOT_LOCKED,
    test: REJECTS,
    turnsRed: 'are answered once, and the slower one hears by whom',
  },
  {
    name: 'whoever answers holds the rejects',
    file: 'src/usecases/rejects/answer-rejects.ts',
    text: 'await lockRejects(tx, id)',
    without: 'await findRejects(tx, id)',
    test: REJECTS,
    turnsRed: 'are answered once, and the slower one hears by whom',
  },
  {
    name: 'whoever takes a reject back holds the rejects',
    file: 'src/usecases/rejects/follow-rejects.ts',
    text: 'await lockRejects(work.tx, id)',
    without: readOnly('rejects/rejects', 'findRejects', 'work.tx, id'),
    test: REJECTS,
    turnsRed: 'are owed no more when the last two are taken back at once',
  },
  {
    name: 'a request that is about to be answered is held',
    file: 'src/store/insight/request.ts',
    text: ROW,
    without: ROW_NOT_LOCKED,
    test: INSIGHT,
    turnsRed: 'is answered by both of two stories that are accepted',
  },
  {
    name: 'the first story that is accepted holds the request',
    file: 'src/usecases/story/decide-story.ts',
    text: 'await lockRequest(tx, request.id)',
    without: 'await findRequest(tx, request.id)',
    test: INSIGHT,
    turnsRed: 'is answered by both of two stories that are accepted',
  },
  {
    name: 'whoever replies holds the request',
    file: 'src/usecases/insight/answer-request.ts',
    text: 'await lockRequest(work.tx, requestId)',
    without: 'await findRequest(work.tx, requestId)',
    test: INSIGHT,
    turnsRed: 'takes no reply of somebody who is slower',
  },
  {
    name: 'a vendor is asked by one worker',
    file: 'src/store/delivery/fetch-job.ts',
    text: "tx.dialect === 'postgres' ? due.forUpdate().skipLocked() : due",
    without: 'due',
    test: QUEUES,
    turnsRed: 'do not ask a vendor both for the same person',
  },
  {
    name: 'a row that is being changed keeps no other row waiting',
    file: 'src/store/outbox/lease.ts',
    text: '    .forUpdate()\n    .skipLocked();',
    without: ';',
    test: QUEUES,
    turnsRed: 'does not wait for a row that somebody is just changing, and takes the others',
  },
];

export const LOCKS: readonly Guard[] = [...ADVISORY, ...LEAD_ROWS, ...OTHER_ROWS];
