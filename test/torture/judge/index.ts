/** Compares the three records: what clients were told, what the database holds, what the workspace shows. */
import type { Promised } from '../promised.ts';
import type { Records } from '../records.ts';
import { judgeCards } from './cards.ts';
import { judgeClicks } from './clicks.ts';
import { judgeLeads } from './leads.ts';
import { judgeMessages } from './messages.ts';
import { judgeQueue } from './queue.ts';
import type { Violation } from './violation.ts';

export function judge(promised: Promised, records: Records): Violation[] {
  return [
    ...judgeQueue(records),
    ...judgeLeads(promised, records),
    ...judgeCards(promised, records),
    ...judgeMessages(records),
    ...judgeClicks(promised, records),
  ];
}
