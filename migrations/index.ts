/**
 * Every step, in order. Steps are added at the end and never changed once they have landed: test/store/stored.test.ts holds each against what it
 * was, and asks of each new one for a line in stored/frozen.ts and a database as it is after it (stored/dump.ts), which every later version opens.
 */
import * as leads from './20261121T0900-leads.ts';
import * as outbox from './20261121T0910-outbox.ts';
import * as team from './20261121T0920-team.ts';
import * as numbers from './20261121T0930-numbers.ts';
import * as insights from './20261121T0940-insights.ts';
import * as fetchJobs from './20261121T1000-fetch-jobs.ts';
import * as audit from './20261121T1010-audit.ts';
import * as leadIdentity from './20261121T1040-lead-identity.ts';
import * as people from './20261121T1050-people.ts';
import * as home from './20261121T1060-home.ts';
import * as stands from './20261121T1100-stands.ts';
import * as nagReceipts from './20261121T1110-nag-receipts.ts';
import * as routing from './20261121T1120-routing.ts';
import * as plans from './20261126T0900-plans.ts';
import * as outboxRank from './20261126T1200-outbox-rank.ts';
import * as whoActs from './20261126T1400-who-acts.ts';
import * as writeProbe from './20261126T1500-write-probe.ts';
import * as doorCounts from './20261126T1630-door-counts.ts';
import * as privateAnswers from './20261126T1710-private-answers.ts';
import * as partialIndexes from './20261126T1900-partial-indexes.ts';
import * as promises from './20261126T2110-promises.ts';
import * as remembered from './20261126T2120-remembered.ts';
import * as nextHours from './20261126T2200-next-hours.ts';
import * as promiseLook from './20261126T2205-promise-look.ts';
import * as toldWith from './20261127T0050-told-with.ts';
import * as rejectOutcome from './20261127T0110-reject-outcome.ts';
import * as mergedIds from './20261127T0115-merged-ids.ts';
import * as nagPosts from './20261127T0115-nag-posts.ts';
import * as owedRows from './20261127T0130-owed-rows.ts';
import * as undoMove from './20261127T0130-undo-move.ts';
import * as sources from './20261127T1620-sources.ts';
import * as promiseTaken from './20261127T1630-promise-taken.ts';
import * as webForms from './20261127T1735-web-forms.ts';
import * as snoozed from './20261127T1740-snoozed.ts';
import * as spendLedger from './20261127T1745-spend-ledger.ts';
import * as imports from './20261127T2115-imports.ts';
import * as broughtFiles from './20261127T2130-brought-files.ts';
import * as vendorsForms from './20261128T0010-vendors-forms.ts';
import * as spendAmounts from './20261128T0020-spend-amounts.ts';
import * as deals from './20261128T0100-deals.ts';
import * as fileDeals from './20261128T0300-file-deals.ts';
import * as sheetWatches from './20261128T0400-sheet-watches.ts';
import * as spendVersions from './20261128T0600-spend-versions.ts';
import * as booked from './20261128T0700-booked.ts';
import * as fileDealIds from './20261128T1400-file-deal-ids.ts';
import * as weekShares from './20261128T1500-week-shares.ts';
import * as rejects from './20261128T1610-rejects.ts';
import * as sourceAlerts from './20261128T1640-source-alerts.ts';
import * as goals from './20261128T1700-goals.ts';

export const migrations = {
  '20261121T0900-leads': leads,
  '20261121T0910-outbox': outbox,
  '20261121T0920-team': team,
  '20261121T0930-numbers': numbers,
  '20261121T0940-insights': insights,
  '20261121T1000-fetch-jobs': fetchJobs,
  '20261121T1010-audit': audit,
  '20261121T1040-lead-identity': leadIdentity,
  '20261121T1050-people': people,
  '20261121T1100-stands': stands,
  '20261121T1110-nag-receipts': nagReceipts,
  '20261121T1120-routing': routing,
  '20261121T1060-home': home,
  '20261126T0900-plans': plans,
  '20261126T1200-outbox-rank': outboxRank,
  '20261126T1630-door-counts': doorCounts,
  '20261126T1400-who-acts': whoActs,
  '20261126T1500-write-probe': writeProbe,
  '20261126T1710-private-answers': privateAnswers,
  '20261126T1900-partial-indexes': partialIndexes,
  '20261126T2120-remembered': remembered,
  '20261126T2110-promises': promises,
  '20261126T2200-next-hours': nextHours,
  '20261126T2205-promise-look': promiseLook,
  '20261127T0050-told-with': toldWith,
  '20261127T0110-reject-outcome': rejectOutcome,
  '20261127T0115-merged-ids': mergedIds,
  '20261127T0130-owed-rows': owedRows,
  '20261127T0115-nag-posts': nagPosts,
  '20261127T0130-undo-move': undoMove,
  '20261127T1630-promise-taken': promiseTaken,
  '20261127T1620-sources': sources,
  '20261127T1740-snoozed': snoozed,
  '20261127T1735-web-forms': webForms,
  '20261127T1745-spend-ledger': spendLedger,
  '20261127T2115-imports': imports,
  '20261127T2130-brought-files': broughtFiles,
  '20261128T0010-vendors-forms': vendorsForms,
  '20261128T0020-spend-amounts': spendAmounts,
  '20261128T0100-deals': deals,
  '20261128T0300-file-deals': fileDeals,
  '20261128T0400-sheet-watches': sheetWatches,
  '20261128T0600-spend-versions': spendVersions,
  '20261128T0700-booked': booked,
  '20261128T1400-file-deal-ids': fileDealIds,
  '20261128T1610-rejects': rejects,
  '20261128T1500-week-shares': weekShares,
  '20261128T1640-source-alerts': sourceAlerts,
  '20261128T1700-goals': goals,
};
