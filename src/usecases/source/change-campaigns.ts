import { refuse, refuseField } from '../../domain/refusals.ts';
import {
  assertDays,
  assertName,
  assertSplit,
  type CampaignDays,
} from '../../domain/source/change-sources.ts';
import { nameKey } from '../../domain/source/fold.ts';
import type { Campaign, CampaignId } from '../../domain/source/source.ts';
import type { Actor, PersonId } from '../../domain/team/actor.ts';
import { assertMayBeChosen } from '../../domain/team/choose-people.ts';
import { findCampaignsByKey, namesOf, pairOf } from '../../store/source/name-book.ts';
import { findCampaign, insertCampaign, listCampaignSpellings } from '../../store/source/source.ts';
import type { Context } from '../context.ts';
import { peopleOf } from './change-sources.ts';
import { type Edit, editSources } from './source-edit.ts';

export interface CampaignWords extends CampaignDays {
  name: string;
  owner: PersonId | null;
  brief: string | null;
}

export function changeCampaign(
  ctx: Context,
  { by, id, words }: { by: Actor; id: CampaignId; words: Partial<CampaignWords> },
): Promise<void> {
  return editSources(ctx, by, async (edit) => {
    const campaign = await standing(edit, id);
    const is = { ...campaign, ...words };
    is.name = words.name === undefined ? campaign.name : assertName('name', words.name);
    assertDays(is);
    if (is.name !== campaign.name) await addName(edit, campaign, is.name);
    if (is.owner && is.owner !== campaign.owner)
      assertMayBeChosen({ field: 'owner', people: [is.owner], membersOnly: true }, edit.settings);
    const { name, owner, brief, startsOn, endsOn } = is;
    const isNamed = campaign.isNamed || name !== campaign.name ? 1 : 0;
    await edit.patch('campaign', { id }, { name, owner, brief, startsOn, endsOn, isNamed });
    const about = (did: 'renamed' | 'owner' | 'brief' | 'days') =>
      ({ code: 'campaign', did, name: campaign.name }) as const;
    edit.say({ what: about('renamed'), before: campaign.name, after: name });
    edit.say({ what: about('owner'), before: peopleOf(campaign.owner), after: peopleOf(owner) });
    edit.say({ what: about('brief'), before: campaign.brief, after: brief });
    edit.say({ what: about('days'), before: daysOf(campaign), after: daysOf(is) });
  });
}

function daysOf({ startsOn, endsOn }: CampaignDays): string | null {
  return startsOn === null && endsOn === null ? null : `${startsOn ?? '…'} – ${endsOn ?? '…'}`;
}

async function standing({ tx }: Pick<Edit, 'tx'>, id: CampaignId): Promise<Campaign> {
  const campaign = await findCampaign(tx, id);
  if (!campaign || campaign.mergedInto !== null) throw refuse('source_gone');
  return campaign;
}

async function addName(edit: Edit, { id, sourceKey }: Campaign, text: string): Promise<void> {
  const key = nameKey(text);
  const taken = (await findCampaignsByKey(edit.tx, [{ sourceKey, key }])).get(pairOf({ sourceKey, key }));
  if (taken && taken.id !== id) throw refuseField('name', 'spelling_taken', { name: taken.name });
  if (taken) return;
  const row = { text, campaignId: id, isId: 0, addedAt: edit.now };
  await edit.patch('campaignSpelling', { key, sourceKey }, row);
}

/** Of one source: all of the others are `into` from now on. */
export function mergeCampaigns(
  ctx: Context,
  { by, into, others }: { by: Actor; into: CampaignId; others: readonly CampaignId[] },
): Promise<void> {
  return editSources(ctx, by, (edit) => mergeCampaignsIn(edit, into, others));
}

export async function mergeCampaignsIn(
  edit: Edit,
  into: CampaignId,
  others: readonly CampaignId[],
): Promise<void> {
  const target = await standing(edit, into);
  const names: string[] = [];
  for (const id of others) {
    if (id === into) throw refuseField('into', 'merged_into_itself');
    const campaign = await standing(edit, id);
    await assertOneSource(edit, target, campaign);
    for (const { key, sourceKey } of await listCampaignSpellings(edit.tx, [id]))
      await edit.patch('campaignSpelling', { key, sourceKey }, { campaignId: into });
    await edit.patch('campaign', { id }, { mergedInto: into });
    names.push(campaign.name);
  }
  edit.say({
    what: { code: 'campaign', did: 'merged', name: target.name },
    ...{ before: { labels: [target.name, ...names] }, after: { labels: [target.name] } },
  });
}

/** One without a source may be of any. */
async function assertOneSource({ tx }: Edit, one: Campaign, other: Campaign): Promise<void> {
  const keys = [one.sourceKey, other.sourceKey];
  if (keys.includes('')) return;
  const names = await namesOf(
    tx,
    keys.map((source) => ({ source, campaign: null })),
  );
  const [id, otherId] = keys.map((key) => names.sourceId(key));
  if (id !== otherId) throw refuseField('into', 'campaigns_of_two_sources');
}

/** Some of its spellings are another campaign of the same source. */
export function splitCampaign(
  ctx: Context,
  { by, id, keys }: { by: Actor; id: CampaignId; keys: readonly string[] },
): Promise<void> {
  return editSources(ctx, by, async (edit) => {
    const campaign = await standing(edit, id);
    const spellings = await listCampaignSpellings(edit.tx, [id]);
    const chosen = spellings.filter(({ key }) => keys.includes(key));
    assertSplit(
      campaign.name,
      spellings.map(({ key }) => key),
      chosen.map(({ key }) => key),
    );
    const [first] = chosen;
    if (!first) return;
    const fresh = edit.newId('campaign') as CampaignId;
    const empty = { owner: null, brief: null, startsOn: null, endsOn: null };
    const made = { id: fresh, sourceKey: first.sourceKey, name: first.text, isNamed: !first.isId, ...empty };
    await insertCampaign(edit.tx, { ...made, mergedInto: id, createdAt: edit.now });
    await edit.patch('campaign', { id: fresh }, { mergedInto: null });
    for (const { key, sourceKey } of chosen)
      await edit.patch('campaignSpelling', { key, sourceKey }, { campaignId: fresh });
    edit.say({
      what: { code: 'campaign', did: 'split', name: campaign.name },
      ...{ before: { labels: [campaign.name] }, after: { labels: [campaign.name, first.text] } },
    });
  });
}
