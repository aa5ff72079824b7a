import type { Money } from '../../domain/money/money.ts';
import { spendWithin } from '../../domain/money/spend.ts';
import { alikeGroups } from '../../domain/source/alike.ts';
import { assertMayTend } from '../../domain/source/change-sources.ts';
import {
  COUNTED_DAYS,
  type ListedCampaign,
  type ListedSource,
  type SourceList,
} from '../../domain/source/source-list.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { DAY } from '../../domain/time/duration.ts';
import { findSpendBetween } from '../../store/money/spend.ts';
import { listSourceChanges } from '../../store/source/change.ts';
import { countBySpelling } from '../../store/source/counts.ts';
import { listGuesses } from '../../store/source/guess.ts';
import { namesOf } from '../../store/source/name-book.ts';
import {
  listApart,
  listCampaignSpellings,
  listCampaigns,
  listSources,
  listSpellings,
} from '../../store/source/source.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { resolveOrigins } from './resolve-origins.ts';

/** For somebody who may change them. */
export function listSourcesAndCampaigns(ctx: Context, by: Actor): Promise<SourceList> {
  return perform(ctx, by, async (work) => {
    assertMayTend(work.settings, by);
    return listIn(work);
  });
}

const CHANGES_SHOWN = 30;

async function listIn(work: Work): Promise<SourceList> {
  const { tx, settings } = work;
  const counted = await countLately(work);
  const [sources, campaigns] = [await sourcesOf(work, counted), await campaignsOf(work, counted)];
  const pairs = new Set((await listApart(tx)).map(({ one, other }) => JSON.stringify([one, other])));
  const isApart = (one: string, other: string) => pairs.has(JSON.stringify([one, other].sort()));
  const bySource = Map.groupBy(campaigns, ({ sourceId }) => sourceId);
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    ...{ sources, campaigns, timezone: settings.timezone },
    alikeSources: alikeGroups(sources, isApart),
    alikeCampaigns: [...bySource.values()].flatMap((those) => alikeGroups(those, isApart)),
    guesses: (await listGuesses(tx)).flatMap(({ key, text, leads, sourceId }) => {
      const source = byId.get(sourceId);
      return source ? [{ key, text, leads, source: { id: source.id, name: source.name } }] : [];
    }),
    changes: await listSourceChanges(tx, CHANGES_SHOWN),
  };
}

interface Counted {
  ofSource: Map<string, number>;
  ofCampaign: Map<string, number>;
  spentOnSource: Map<string, number>;
  spentOnCampaign: Map<string, number>;
}

/** What replicas of before have written gets its row here at the latest. */
async function countLately(work: Work): Promise<Counted> {
  const { tx, now, settings } = work;
  const rows = await countBySpelling(tx, now - COUNTED_DAYS * DAY);
  await resolveOrigins(work, rows);
  const names = await namesOf(tx, rows);
  const [ofSource, ofCampaign] = [new Map<string, number>(), new Map<string, number>()];
  for (const row of rows) {
    add(ofSource, names.sourceId(row.source), row.leads);
    add(ofCampaign, names.campaignId(row), row.leads);
  }
  const [from, to] = [now - COUNTED_DAYS * DAY, now].map((at) => dayIn(settings.timezone, at));
  const [spentOnSource, spentOnCampaign] = [new Map<string, number>(), new Map<string, number>()];
  for (const spend of await findSpendBetween(tx, from ?? '', to ?? '')) {
    if (spend.amount.currency !== settings.currency) continue;
    const minor = spendWithin(spend, from ?? '', to ?? '');
    add(spentOnSource, spend.source, minor);
    add(spentOnCampaign, spend.campaign && JSON.stringify([spend.source, spend.campaign]), minor);
  }
  return { ofSource, ofCampaign, spentOnSource, spentOnCampaign };
}

function add(sums: Map<string, number>, key: string | null, amount: number): void {
  if (key !== null) sums.set(key, (sums.get(key) ?? 0) + amount);
}

async function sourcesOf({ tx, settings }: Work, counted: Counted): Promise<ListedSource[]> {
  const sources = await listSources(tx);
  const spellings = Map.groupBy(
    await listSpellings(
      tx,
      sources.map(({ id }) => id),
    ),
    ({ sourceId }) => sourceId,
  );
  const listed = sources.map(({ id, name, owner }) => ({
    ...{ id, name, owner, leads: counted.ofSource.get(id) ?? 0 },
    spend: moneyIn(settings.currency, counted.spentOnSource.get(name)),
    spellings: (spellings.get(id) ?? []).map(({ key, text }) => ({ key, text, isId: false })),
  }));
  return listed.sort(busiestFirst);
}

async function campaignsOf({ tx, settings }: Work, counted: Counted): Promise<ListedCampaign[]> {
  const campaigns = await listCampaigns(tx);
  const spellings = Map.groupBy(
    await listCampaignSpellings(
      tx,
      campaigns.map(({ id }) => id),
    ),
    ({ campaignId }) => campaignId,
  );
  const names = await namesOf(
    tx,
    campaigns.map(({ sourceKey }) => ({ source: sourceKey, campaign: null })),
  );
  const listed = campaigns.map(({ id, name, owner, sourceKey, brief, startsOn, endsOn }) => ({
    ...{ id, name, owner, brief, startsOn, endsOn, leads: counted.ofCampaign.get(id) ?? 0 },
    sourceId: names.sourceId(sourceKey),
    spend: moneyIn(
      settings.currency,
      counted.spentOnCampaign.get(JSON.stringify([sourceKey ? names.source(sourceKey) : null, name])),
    ),
    spellings: uniqueByKey(spellings.get(id) ?? []),
  }));
  return listed.sort(busiestFirst);
}

/** Each once, however many spellings of its source it came with. */
function uniqueByKey(spellings: readonly { key: string; text: string; isId: boolean }[]) {
  return [...new Map(spellings.map(({ key, text, isId }) => [key, { key, text, isId }])).values()];
}

function moneyIn(currency: string, minor: number | undefined): Money | null {
  return minor === undefined || minor === 0 ? null : { minor, currency };
}

function busiestFirst(one: { leads: number; name: string }, other: { leads: number; name: string }): number {
  return other.leads - one.leads || one.name.localeCompare(other.name, 'en');
}
