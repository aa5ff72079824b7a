/** What is said of files that were brought, on the command line and in Slack. */
import type { Import } from '../../domain/import/import.ts';
import type { KeptWhy, Undone } from '../../domain/import/undone.ts';
import { count } from './count.ts';

const STATES: Record<Import['state'], string> = {
  running: 'is under way, or was broken off: the same file again goes on',
  stopped: 'was stopped half-way: the same file again goes on',
  failed: 'failed half-way: the same file again goes on',
  done: '',
  undoing: 'is being taken back, or that was broken off: undo it again',
  undone: 'was taken back',
};

/** "leads from fair.csv: 200 rows, 199 new, 1 refused" */
export function sayImport({ noun, fileName, state, ...counts }: Import): string {
  const parts = [
    count(counts.rowsInAll, 'row'),
    `${counts.taken.toLocaleString('en')} new`,
    ...(counts.unchanged > 0 ? [`${counts.unchanged.toLocaleString('en')} here already`] : []),
    ...(counts.refused > 0 ? [`${counts.refused.toLocaleString('en')} refused`] : []),
    ...(STATES[state] ? [STATES[state]] : []),
  ];
  return `${noun} from ${fileName}: ${parts.join(', ')}`;
}

export function sayUndone({ import: { noun, fileName }, gone, kept }: Undone): string {
  if (noun === 'spend') return `${fileName} is taken back. Its amounts are counted no more.`;
  const made = (amount: number) =>
    `${count(amount, noun === 'leads' ? 'lead' : 'outcome')} ${amount === 1 ? 'is' : 'are'}`;
  const stays = kept > 0 ? ` ${made(kept)} kept:` : '';
  return `${fileName} is taken back. ${made(gone)} gone.${stays}`;
}

const WHY: Record<KeptWhy, string> = {
  worked_on: 'somebody has worked on it',
  published: 'its week is published',
  moved_on: 'more has become of it since',
};

export function sayKept({ leadId, name, why }: Undone['named'][number]): string {
  return `${name ?? leadId}: ${WHY[why]}`;
}

export const DEAL_OPEN_AGAIN = 'was closed in an earlier file, and is open again';

/** Of a deal that another row, of this file or an earlier one, has at another lead. */
export const DEAL_MOVED = 'another row has this deal at another lead: it counts where the last one has it';

/** Of two CRMs that count alike, perhaps. */
export const DEAL_OTHER =
  'an earlier file has a deal of this id at another lead, of another day and value: both are counted';

/** Of a lead that lost a deal to another one, or whose deal is open again. */
export const DEAL_STAYS =
  'its lead stays closed: somebody has worked on it since, or more than this deal says that it is over';
export const FORMER_STAYS =
  'the lead that it was of before stays closed: somebody has worked on it since, or more than this deal says that it is over';

/** Of a deal that is over while another one of the same lead is not. */
export const LEAD_GOES_ON = 'another deal of this lead is still open: the lead goes on';

/** Of deals that came before their leads, of which each row says the same; null: most of them have theirs. */
export function sayLeadsFirst(deals: { rows: number; withoutLead?: number | undefined }): string | null {
  const { rows, withoutLead = 0 } = deals;
  return withoutLead * 2 > rows
    ? 'Most of these deals are of leads that are not here. Import the file of the leads first, then this one again.'
    : null;
}

export function saySeveralDeals(leads: number): string {
  return `${leads.toLocaleString('en')} ${leads === 1 ? 'lead has' : 'leads have'} several deals: won with the first that is won, worth what all that are won are worth`;
}
