/** What the forms of a source or of a campaign begin with, for somebody who may change it, and what it may be merged into. */
import { offerSources } from '../../domain/lead/source.ts';
import { refuse } from '../../domain/refusals.ts';
import { assertMayTend } from '../../domain/source/change-sources.ts';
import type { Campaign, CampaignId, Source, SourceId } from '../../domain/source/source.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { namesOf } from '../../store/source/name-book.ts';
import {
  findCampaign,
  findSource,
  listCampaignSpellings,
  listCampaigns,
  listSources,
  listSpellings,
} from '../../store/source/source.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

interface Spelling {
  key: string;
  text: string;
}

export type SourceToChange = Source & { code: 'source'; spellings: Spelling[] };
export type CampaignToChange = Campaign & { code: 'campaign'; spellings: Spelling[] };
export type ThingToChange = SourceToChange | CampaignToChange;

export function prepareSource(ctx: Context, by: Actor, id: SourceId): Promise<SourceToChange> {
  return perform(ctx, by, async (work) => {
    assertMayTend(work.settings, by);
    const source = await findSource(work.tx, id);
    if (!source || source.mergedInto !== null) throw refuse('source_gone');
    return { ...source, code: 'source', spellings: await listSpellings(work.tx, [id]) };
  });
}

export function prepareCampaign(ctx: Context, by: Actor, id: CampaignId): Promise<CampaignToChange> {
  return perform(ctx, by, async (work) => {
    assertMayTend(work.settings, by);
    const campaign = await findCampaign(work.tx, id);
    if (!campaign || campaign.mergedInto !== null) throw refuse('source_gone');
    const all = await listCampaignSpellings(work.tx, [id]);
    const spellings = [...new Map(all.map(({ key, text }) => [key, { key, text }])).values()];
    return { ...campaign, code: 'campaign', spellings };
  });
}

interface Named {
  id: string;
  name: string;
}

/** What somebody may mean who has typed this, by any spelling, the likeliest first. */
export function searchSources(ctx: Context, by: Actor, typed: string): Promise<Named[]> {
  return perform(ctx, by, async (work) => {
    assertMayTend(work.settings, by);
    return rankedSources(work, typed);
  });
}

/** The other sources; of a campaign the others of its source, and those of none. */
export function searchMergeTargets(
  ctx: Context,
  by: Actor,
  { code, id, typed }: { code: 'source' | 'campaign'; id: string; typed: string },
): Promise<Named[]> {
  return perform(ctx, by, async (work) => {
    assertMayTend(work.settings, by);
    const found =
      code === 'source'
        ? await rankedSources(work, typed)
        : rankedByName(await kinOf(work, id as CampaignId), typed);
    return found.filter((each) => each.id !== id);
  });
}

async function kinOf({ tx }: Work, id: CampaignId): Promise<Campaign[]> {
  const campaign = await findCampaign(tx, id);
  if (!campaign) return [];
  const all = await listCampaigns(tx);
  if (campaign.sourceKey === '') return all;
  const names = await namesOf(
    tx,
    [campaign, ...all].map(({ sourceKey }) => ({ source: sourceKey, campaign: null })),
  );
  const source = names.sourceId(campaign.sourceKey);
  return all.filter(({ sourceKey }) => sourceKey === '' || names.sourceId(sourceKey) === source);
}

async function rankedSources({ tx }: Work, typed: string): Promise<Named[]> {
  const sources = await listSources(tx);
  if (typed.trim() === '') return rankedByName(sources, typed);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const spelled = (await listSpellings(tx, [...byId.keys()])).flatMap(({ sourceId, text }) => {
    const source = byId.get(sourceId);
    return source ? [{ id: source.id, name: text }] : [];
  });
  const ids = new Set(rankedByName([...sources, ...spelled], typed).map(({ id }) => id as SourceId));
  return [...ids].map((id) => ({ id, name: byId.get(id)?.name ?? '' }));
}

/** Two campaigns of two sources may have one name. */
function rankedByName(all: readonly Named[], typed: string): Named[] {
  const byName = Map.groupBy(all, ({ name }) => name);
  const names = [...byName.keys()].sort((a, b) => a.localeCompare(b, 'en'));
  const { known } = offerSources(typed, names);
  return known.flatMap((name) => byName.get(name) ?? []).map(({ id, name }) => ({ id, name }));
}
