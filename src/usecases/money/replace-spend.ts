/** Which amounts of before the ones that come in are newer versions of. */
import { type Days, joinDays, type OverlapRule, overlap, relationOf } from '../../domain/money/overlap.ts';
import type { Side, Spend } from '../../domain/money/spend.ts';
import { nameKey } from '../../domain/source/fold.ts';
import type { CampaignId, SourceId } from '../../domain/source/source.ts';
import { type EarlierSpend, findEarlier, insertReplacements } from '../../store/money/ledger.ts';
import { namesOf } from '../../store/source/name-book.ts';
import { findCampaignKeys, findSourceKeys } from '../../store/source/spellings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Origin } from '../source/resolve-origins.ts';

/** An amount that comes in, with whose it is. */
export interface Incoming {
  spend: Spend;
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
  replaced: readonly EarlierSpend[];
}

/** One for each, in the same order. */
export async function fatesOf(tx: Tx, incoming: readonly Incoming[], batch: string): Promise<Fate[]> {
  const earlier = await earlierByGroup(tx, incoming, batch);
  const fates = new Map<Incoming, Fate>();
  for (const [group, those] of Map.groupBy(incoming, groupOf)) {
    const joined = joinDays(those.flatMap(({ spend, days }) => [spend, ...days]));
    const held = (earlier.get(group) ?? []).map((row) => ({ row, relation: relationOf(joined, row) }));
    const same = Map.groupBy(
      held.filter(({ row }) => row.isCounted).map(({ row }) => row),
      sameness,
    );
    for (const each of those) {
      const touched = held.filter(({ row }) => overlap(row, each.spend));
      const isNewer = ({ row, relation }: Held) =>
        relation === 'covers' && (!isNobodys(each) || sameness(row) === samenessOf(each.spend));
      const covered = touched.filter(isNewer).map(({ row }) => row);
      const partly = touched.filter((one) => !isNewer(one)).map(({ row }) => row);
      const isTold =
        each.whenOverlapping !== 'ask' || (isNobodys(each) && covered.some(({ isCounted }) => isCounted));
      const inTheWay = isTold ? undefined : partly.find(({ isCounted }) => isCounted);
      fates.set(each, {
        isUnchanged: same.get(samenessOf(each.spend))?.pop() !== undefined,
        inTheWay: inTheWay ?? null,
        replaced: each.whenOverlapping === 'replace' ? [...covered, ...partly] : covered,
      });
    }
  }
  return incoming.map((each) => fates.get(each) ?? { isUnchanged: false, inTheWay: null, replaced: [] });
}

interface Held {
  row: EarlierSpend;
  relation: ReturnType<typeof relationOf>;
}

/** An agency and a salary of the same month are no versions of each other: what names neither source nor campaign stands for another one only where it says the same, or somebody says so. */
function isNobodys({ origin: { source, campaign } }: Incoming): boolean {
  return source === null && campaign === null;
}

export function replaceAll(tx: Tx, fates: readonly Fate[], batch: string): Promise<void> {
  const ids = new Set(fates.flatMap(({ replaced }) => replaced.map(({ id }) => id)));
  return insertReplacements(tx, [...ids], batch);
}

function sameness({ from, to, minor, currency }: EarlierSpend): string {
  return [from, to, minor, currency].join(' ');
}

function samenessOf({ from, to, amount: { minor, currency } }: Spend): string {
  return [from, to, minor, currency].join(' ');
}

function groupOf({ spend, origin: { source, campaign } }: Incoming): string {
  return group(spend.side, { source: source?.id ?? null, campaign: campaign?.id ?? null });
}

interface Whose {
  source: SourceId | string | null;
  campaign: CampaignId | string | null;
}

/** A campaign says whose it is, with or without its source. */
function group(side: Side, { source, campaign }: Whose): string {
  return JSON.stringify(campaign === null ? [side, source] : [side, 'campaign', campaign]);
}

async function earlierByGroup(
  tx: Tx,
  incoming: readonly Incoming[],
  batch: string,
): Promise<Map<string, EarlierSpend[]>> {
  const days = joinDays(incoming.flatMap(({ spend }) => spend));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return new Map();
  const nameKeys = await nameKeysOf(tx, incoming);
  const rows = await findEarlier(tx, { nameKeys, from: first.from, to: last.to, batch });
  const names = await namesOf(tx, rows);
  return Map.groupBy(rows, (row) =>
    group(row.side, {
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
