/** Which amounts of before the ones that come in are newer versions of. */
import { type Days, joinDays, type OverlapRule, overlap, relationOf } from '../../domain/money/overlap.ts';
import type { Side, Spend } from '../../domain/money/spend.ts';
import { nameKey } from '../../domain/source/fold.ts';
import type { CampaignId, SourceId } from '../../domain/source/source.ts';
import {
  type EarlierSpend,
  findEarlier,
  insertCorrections,
  insertReplacedVersions,
  type ReplacedVersion,
} from '../../store/money/replacement.ts';
import { namesOf } from '../../store/source/name-book.ts';
import { findCampaignKeys, findSourceKeys } from '../../store/source/spellings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Origin } from '../source/resolve-origins.ts';

/** An amount that comes in, with whose it is. */
export interface Incoming {
  spend: Spend & { note: string | null };
  origin: Origin;
  /** What all of its delivery covers, for the parts of it that come in another transaction. */
  days: readonly Days[];
  whenOverlapping: OverlapRule;
}

export interface Fate {
  /** It says what is counted already. */
  isUnchanged: boolean;
  /** Counted amounts that cover other days too, where nobody has said what is to become of them. */
  inTheWay: EarlierSpend | null;
  /** Earlier versions that it stands for, and how many amounts of them were counted. */
  replaced: ReadonlySet<string>;
  replacedAmounts: number;
  /** Earlier versions that stand for it, see Corrected. */
  newer: ReadonlySet<string>;
}

/** An amount that is corrected by the one that comes in. */
export interface Corrected {
  id: string;
  /** What was corrected by it in turn. */
  before: readonly string[];
  /** The versions that it stood for: the correction does as well, where it is for some of the same days. */
  replaced: ReadonlySet<string>;
  /** The versions that would stand for it, were it not corrected itself: they would stand for the correction as well. */
  newer: ReadonlySet<string>;
}

interface Wish {
  batch: string;
  corrected: Corrected | null;
}

/** One for each, in the same order. */
export async function fatesOf(
  tx: Tx,
  incoming: readonly Incoming[],
  { batch, corrected }: Wish,
): Promise<Fate[]> {
  const earlier = await earlierByGroup(tx, incoming, { batch, except: corrected?.id ?? null });
  const fates = new Map<Incoming, Fate>();
  for (const [group, those] of Map.groupBy(incoming, groupOf)) {
    const joined = joinDays(those.flatMap(({ spend, days }) => [spend, ...days]));
    const rows = (earlier.get(group) ?? []).filter(({ id }) => id !== corrected?.id);
    const own = (earlier.get(group) ?? []).find(({ id }) => id === corrected?.id);
    const held = rows
      .filter(({ id }) => !corrected?.before.includes(id))
      .map((row) => ({ row, relation: relationOf(joined, row) }));
    const same = Map.groupBy(
      rows.filter(({ isCounted }) => isCounted),
      sameness,
    );
    const judged = new Map<string, ReturnType<typeof judge>>();
    for (const each of those) {
      const key = versionKeyOf(each);
      const fate = judged.get(key) ?? judge(each, { held, own, corrected });
      judged.set(key, fate);
      fates.set(each, { ...fate, isUnchanged: same.get(samenessOf(each.spend))?.pop() !== undefined });
    }
  }
  return incoming.map((each) => fates.get(each) ?? UNKNOWN);
}

/** It is that of all amounts of a version. */
function judge(
  each: Incoming,
  { held, own, corrected }: OfCorrection & { held: readonly Held[] },
): Omit<Fate, 'isUnchanged'> {
  const touching = held.filter(({ row }) => overlap(row, each.spend));
  const touched = touching.filter(({ row }) => !standsBeside(row, { own, corrected }));
  const isNewer = corrected ? replacesAs(corrected) : isVersionOf(each);
  const covered = touched.filter(isNewer).map(({ row }) => row);
  const partly = touched.filter((one) => !isNewer(one)).map(({ row }) => row);
  const isTold =
    each.whenOverlapping !== 'ask' || (isNobodys(each) && covered.some(({ isCounted }) => isCounted));
  const inTheWay = isTold ? undefined : partly.find(({ isCounted }) => isCounted);
  const replaced = each.whenOverlapping === 'replace' ? [...covered, ...partly] : covered;
  return {
    inTheWay: inTheWay ?? null,
    replaced: new Set(replaced.map(({ versionId }) => versionId)),
    replacedAmounts: replaced.filter(({ isCounted }) => isCounted).length,
    newer: new Set(touching.map(({ row }) => row.versionId).filter((id) => corrected?.newer.has(id))),
  };
}

const UNKNOWN: Fate = {
  ...{ isUnchanged: false, inTheWay: null },
  ...{ replaced: new Set(), replacedAmounts: 0, newer: new Set() },
};

interface Held {
  row: EarlierSpend;
  relation: ReturnType<typeof relationOf>;
}

function isVersionOf(each: Incoming): (held: Held) => boolean {
  return ({ row, relation }) =>
    relation === 'covers' && (!isNobodys(each) || sameness(row) === samenessOf(each.spend));
}

/** A correction is of one amount and no report: whatever else is for its days is asked about. */
function replacesAs({ replaced }: Corrected): (held: Held) => boolean {
  return ({ row }) => replaced.has(row.versionId);
}

interface OfCorrection {
  /** The amount that is corrected, where it is of the same source and campaign. */
  own: EarlierSpend | undefined;
  corrected: Corrected | null;
}

/** Another ad set of the same campaign stood beside the amount that is corrected, and goes on to. */
function standsBeside(row: EarlierSpend, { own, corrected }: OfCorrection): boolean {
  return own !== undefined && overlap(row, own) && !corrected?.replaced.has(row.versionId);
}

/** An agency and a salary of the same month are no versions of each other: what names neither source nor campaign stands for another one only where it says the same, or somebody says so. */
function isNobodys({ origin: { source, campaign } }: Incoming): boolean {
  return source === null && campaign === null;
}

export interface Taken {
  id: string;
  versionId: string;
  fate: Fate;
}

/** Which amount stands for which from now on. */
export async function replaceAll(
  tx: Tx,
  taken: readonly Taken[],
  corrected: Corrected | null,
): Promise<void> {
  const versions = new Map(taken.map(({ versionId, fate }) => [versionId, fate]));
  const pairs = [...versions].flatMap(([id, { replaced, newer }]): ReplacedVersion[] => [
    ...[...replaced].map((versionId) => ({ versionId, byVersionId: id })),
    ...[...newer].map((byVersionId) => ({ versionId: id, byVersionId })),
  ]);
  await insertReplacedVersions(tx, pairs);
  const corrections = corrected ? [corrected.id, ...corrected.before] : [];
  await insertCorrections(
    tx,
    taken.flatMap(({ id: byId }) => corrections.map((spendId) => ({ spendId, byId }))),
  );
}

/**
 * Those of one part of a batch that have the same are one version. What is told apart by whatever replaces it later, or by what it replaces, is not:
 * spelled otherwise it may be another source some day, and what nobody names is replaced by its amount.
 */
export function versionKeyOf({ spend, origin: { spelled }, whenOverlapping }: Incoming): string {
  const { side, note, from, to, amount } = spend;
  const { source, campaign } = spelled;
  const whose = source === null && campaign === null ? [amount.minor, amount.currency] : [source, campaign];
  return JSON.stringify([side, note, from, to, whenOverlapping, ...whose]);
}

function sameness({ from, to, minor, currency }: EarlierSpend): string {
  return [from, to, minor, currency].join(' ');
}

function samenessOf({ from, to, amount: { minor, currency } }: Spend): string {
  return [from, to, minor, currency].join(' ');
}

function groupOf({ spend: { side, note }, origin: { source, campaign } }: Incoming): string {
  return group({ side, note, source: source?.id ?? null, campaign: campaign?.id ?? null });
}

interface Whose {
  side: Side;
  note: string | null;
  source: SourceId | string | null;
  campaign: CampaignId | string | null;
}

/** A campaign says whose it is, with or without its source. What was noted with another word is another thing: no report stands for the fee of an agency. */
function group({ side, note, source, campaign }: Whose): string {
  const whose = campaign === null ? [source] : ['campaign', campaign];
  return JSON.stringify([side, note === null ? null : nameKey(note), ...whose]);
}

async function earlierByGroup(
  tx: Tx,
  incoming: readonly Incoming[],
  leftOut: { batch: string; except: string | null },
): Promise<Map<string, EarlierSpend[]>> {
  const days = joinDays(incoming.flatMap(({ spend }) => spend));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return new Map();
  const nameKeys = await nameKeysOf(tx, incoming);
  const rows = await findEarlier(tx, { nameKeys, from: first.from, to: last.to, ...leftOut });
  const names = await namesOf(tx, rows);
  return Map.groupBy(rows, (row) =>
    group({
      ...{ side: row.side, note: row.note },
      source: names.sourceId(row.source) ?? row.source,
      campaign: row.campaign === null ? null : (names.campaignId(row) ?? row.campaign),
    }),
  );
}

/** Of each spelling under which amounts of these sources and campaigns may be stored. */
async function nameKeysOf(tx: Tx, incoming: readonly Incoming[]): Promise<string[]> {
  const campaigns = new Set(incoming.flatMap(({ origin }) => origin.campaign?.id ?? []));
  const alone = incoming.filter(({ origin }) => origin.campaign === null);
  const sources = new Set(alone.flatMap(({ origin }) => origin.source?.id ?? []));
  const sourceKeys = await findSourceKeys(tx, sources);
  const campaignKeys = await findCampaignKeys(tx, campaigns);
  const nobodys = alone.some(({ origin }) => origin.source === null) ? [''] : [];
  return [
    ...[...sourceKeys, ...nobodys].map((sourceKey) => spendKey(sourceKey, '')),
    ...campaignKeys.map(({ sourceKey, key }) => spendKey(sourceKey, key)),
  ];
}

export function spendKeyOf({ spelled: { source, campaign } }: Origin): string {
  return spendKey(source ? nameKey(source) : '', campaign ? nameKey(campaign) : '');
}

function spendKey(sourceKey: string, campaignKey: string): string {
  return `${sourceKey}\n${campaignKey}`;
}
