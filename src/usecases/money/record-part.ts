/** A step of all that record amounts: whatever comes in stands for what it is a newer version of, and what overlaps is told. */
import type { Overlapped } from '../../domain/money/ledger.ts';
import type { Days, OverlapRule } from '../../domain/money/overlap.ts';
import type { Spend } from '../../domain/money/spend.ts';
import { assertMayRecordSpend } from '../../domain/money/spend-rules.ts';
import { fieldProblem, refuseFields } from '../../domain/refusals.ts';
import { isPerson } from '../../domain/team/actor.ts';
import { insertBatch, lockLedger } from '../../store/money/ledger.ts';
import { insertSpend, type SpendRecord } from '../../store/money/spend.ts';
import { resolveOrigins } from '../source/resolve-origins.ts';
import type { Work } from '../work.ts';
import {
  type Corrected,
  type Fate,
  fatesOf,
  replaceAll,
  spendKeyOf,
  type Taken,
  versionKeyOf,
} from './replace-spend.ts';

export interface SpendInput extends Spend {
  /** What it was for, in somebody's words: of what is otherwise the same, amounts with different notes are two. */
  note?: string | null;
  /** The ad platform's id of the campaign. */
  campaignId?: string | null;
  /** Where it covers a part of an earlier amount's days; it is asked unless said. */
  overlap?: OverlapRule | undefined;
}

export interface RecordedSpend {
  id: string;
  /** How many earlier amounts it stands for from now on, those that say the same included. */
  replaced: number;
  /** It says what was counted already. */
  isUnchanged: boolean;
}

export interface SpendPart {
  batch: { id: string; name: string | null };
  /** What the one amount of this part is the correction of. */
  corrected?: Corrected | null;
  spend: readonly (SpendInput & {
    /** What the whole batch covers of this source and campaign; without: this part alone. */
    days?: readonly Days[];
  })[];
}

export type Recorded = RecordedSpend | { refused: Overlapped };

export async function recordPart(
  work: Work,
  { batch, spend: inputs, corrected = null }: SpendPart,
): Promise<Recorded[]> {
  const { tx, now, by } = work;
  await lockLedger(tx);
  const origins = await resolveOrigins(work, inputs);
  const incoming = inputs.flatMap(
    ({ campaignId: _, overlap = 'ask', days = [], note = null, ...spend }, index) => {
      const origin = origins[index];
      return origin ? [{ spend: { ...spend, note }, origin, days, whenOverlapping: overlap }] : [];
    },
  );
  const fates = await fatesOf(tx, incoming, { batch: batch.id, corrected });
  const versions = new Map<string, string>();
  const taken: Taken[] = [];
  const records: SpendRecord[] = [];
  const answers = incoming.map((each, index) => {
    const { spend, origin } = each;
    const fate = fates[index];
    if (!fate) throw new Error('An amount without a fate');
    if (fate.inTheWay) return { refused: overlapped(fate.inTheWay) };
    const id = work.newId('spend');
    const versionKey = versionKeyOf(each);
    const versionId = versions.get(versionKey) ?? id;
    versions.set(versionKey, versionId);
    const stored = { ...spend, ...origin.spelled, batchId: batch.id, versionId, nameKey: spendKeyOf(origin) };
    records.push({ ...stored, id, dedupeKey: id, recordedAt: now, recordedBy: by });
    taken.push({ id, versionId, fate });
    return {
      id,
      replaced: fate.replacedAmounts,
      isUnchanged: fate.isUnchanged,
    };
  });
  if (records.length === 0) return answers;
  await insertBatch(tx, { ...batch, recordedAt: now, recordedBy: by });
  await insertSpend(tx, records);
  await replaceAll(tx, taken, corrected);
  return answers;
}

function overlapped({ id, from, to, minor, currency }: NonNullable<Fate['inTheWay']>): Overlapped {
  return { id, from, to, amount: { minor, currency } };
}

/** Of amounts that no file brought. */
export function newBatch({ newId }: Work): SpendPart['batch'] {
  return { id: newId('batch'), name: null };
}

/** All that overlaps at once; what is left was recorded. */
export function refuseOverlaps(recorded: readonly Recorded[]): RecordedSpend[] {
  const refused = recorded.flatMap((each, index) =>
    'refused' in each ? [fieldProblem(fieldAt(index, recorded), 'spend_overlaps', each.refused)] : [],
  );
  if (refused.length > 0) throw refuseFields(refused);
  return recorded.flatMap((each) => ('id' in each ? [each] : []));
}

function fieldAt(index: number, { length }: readonly unknown[]): string {
  return length === 1 ? 'from' : `${index}.from`;
}

/** Programs and the command line are not asked who they are. */
export function assertMayRecord({ by, settings }: Work): void {
  if (isPerson(by)) assertMayRecordSpend(settings, by);
}
