/**
 * The edge at which what comes in by any door is given its source and its campaign: by a spelling of theirs, whatever its capitals, spaces and
 * bytes, by the ad platform's id, or by our own id. Leads, spend and outcomes pass here, and nowhere else is a name compared.
 */
import { isPlatformId, nameKey, tidyName } from '../../domain/source/fold.ts';
import { partsOfSaid } from '../../domain/source/said-source.ts';
import type { CampaignId, Named, SourceId, Spelled } from '../../domain/source/source.ts';
import {
  findCampaignsByKey,
  findSourcesByKey,
  type KnownCampaign,
  pairOf,
} from '../../store/source/name-book.ts';
import {
  deleteCampaign,
  findCampaignsSpelled,
  findSourcesById,
  insertCampaign,
  insertCampaignSpelling,
  insertSource,
  insertSourceSpelling,
  updateCampaign,
} from '../../store/source/source.ts';
import type { Work } from '../work.ts';
import { mergeCampaignsIn } from './change-campaigns.ts';
import { editIn } from './source-edit.ts';

/** As a door hands it in. */
export interface ToldOrigin {
  source: string | null;
  campaign?: string | null;
  /** The ad platform's. */
  campaignId?: string | null;
}

export interface Origin {
  source: Named<SourceId> | null;
  campaign: Named<CampaignId> | null;
  /** As it is stored with a lead or an amount. */
  spelled: Spelled;
}

/** One for each, in the same order. What nobody knows is created. */
export async function resolveOrigins(work: Work, told: readonly ToldOrigin[]): Promise<Origin[]> {
  const sources = await resolveSources(
    work,
    told.map(({ source }) => source),
  );
  const known = await knownCampaigns(work, told, sources);
  const origins: Origin[] = [];
  for (const [index, each] of told.entries()) {
    const source = sources[index] ?? null;
    const campaign = known[index] ?? (await resolveCampaign(work, source, namesOf(each)));
    origins.push({
      source,
      campaign,
      spelled: { source: source?.text ?? null, campaign: campaign?.text ?? null },
    });
  }
  return origins;
}

/** One for each, in the same order; null where none is named. */
export async function resolveSources(
  work: Work,
  told: readonly (string | null)[],
): Promise<(Named<SourceId> | null)[]> {
  const known = await findSources(work, told);
  const made = new Map<string, Named<SourceId>>();
  for (const text of told) {
    if (!text || known.has(text) || made.has(nameKey(text))) continue;
    made.set(nameKey(text), await createSource(work, text));
  }
  return told.map((text) => (text ? (known.get(text) ?? made.get(nameKey(text)) ?? null) : null));
}

/** The same without creating any: by the text that was asked for, what nobody knows is left out. */
export async function findSources(
  { tx }: Pick<Work, 'tx'>,
  told: readonly (string | null)[],
): Promise<Map<string, Named<SourceId>>> {
  const texts = [...new Set(told.flatMap((text) => text || []))];
  const byKey = await findSourcesByKey(tx, texts.map(nameKey));
  const found = new Map(
    texts.flatMap((text) => {
      const source = byKey.get(nameKey(text));
      return source ? [[text, source] as const] : [];
    }),
  );
  const byId = await findSourcesById(
    tx,
    texts.filter((text) => !found.has(text)),
  );
  for (const { id, name } of byId) {
    const [named] = (await findSourcesByKey(tx, [nameKey(name)])).values();
    if (named) found.set(id, named);
  }
  return found;
}

async function createSource(work: Work, told: string): Promise<Named<SourceId>> {
  const { tx, now, newId } = work;
  const text = tidyName(told) || told;
  const said = partsOfSaid(text);
  if (said) return spellSaid(work, text, said.name);
  const id = newId('source') as SourceId;
  const source = { id, name: text, owner: null, mergedInto: null, createdAt: now };
  const key = nameKey(text);
  if (await insertSource(tx, { source, key, text })) return { id, name: text, text };
  const first = (await findSourcesByKey(tx, [key])).get(key);
  if (!first) throw new Error('A spelling that was taken a moment ago is nobody’s');
  return first;
}

/** What a CRM says of somebody is another spelling of the source that it names. */
async function spellSaid(work: Work, text: string, name: string): Promise<Named<SourceId>> {
  const { tx, now } = work;
  const [of] = await resolveSources(work, [name]);
  const key = nameKey(text);
  if (of && (await insertSourceSpelling(tx, { key, text, sourceId: of.id, addedAt: now })))
    return { id: of.id, name: of.name, text };
  const first = (await findSourcesByKey(tx, [key])).get(key);
  if (!first) throw new Error('A spelling that was taken a moment ago is nobody’s');
  return first;
}

interface CampaignNames {
  /** As people call it; null: the platform's id alone is known. */
  name: string | null;
  id: string | null;
}

function namesOf({ campaign = null, campaignId = null }: ToldOrigin): CampaignNames {
  const name = campaign || null;
  const id = campaignId || null;
  if (name !== null && isPlatformId(name) && (id === null || id === name)) return { name: null, id: name };
  return { name, id };
}

/** Of those that are all known already, which is nearly always so; undefined: something of it is news. */
async function knownCampaigns(
  { tx }: Work,
  told: readonly ToldOrigin[],
  sources: readonly (Named<SourceId> | null)[],
): Promise<(KnownCampaign | null | undefined)[]> {
  const asked = told.map((each, index) => {
    const { name, id } = namesOf(each);
    const sourceKey = keyOf(sources[index] ?? null);
    return [name, id].flatMap((text) => (text ? [{ sourceKey, key: nameKey(text) }] : []));
  });
  if (asked.every((pairs) => pairs.length === 0)) return told.map(() => null);
  const found = await findCampaignsByKey(tx, asked.flat());
  return asked.map((pairs) => {
    if (pairs.length === 0) return null;
    const [first, second = first] = pairs.map((pair) => found.get(pairOf(pair)));
    return first && second && first.id === second.id ? first : undefined;
  });
}

function keyOf(source: Named<SourceId> | null): string {
  return source ? nameKey(source.text) : '';
}

interface Spelling {
  sourceKey: string;
  key: string;
  text: string;
  isId: boolean;
}

/** At least one of its names is new. Of a name and an id that are two campaigns the id tells which it is: names are given twice, ids are not. */
async function resolveCampaign(
  work: Work,
  source: Named<SourceId> | null,
  { name, id }: CampaignNames,
): Promise<Named<CampaignId> | null> {
  const spelling = (text: string | null, isId: boolean): Spelling | null => {
    const tidy = text && (tidyName(text) || text);
    return tidy ? { sourceKey: keyOf(source), key: nameKey(tidy), text: tidy, isId } : null;
  };
  const [byName, byId] = [spelling(name, false), spelling(id, true)];
  const named = byName && (await findInSource(work, source, byName));
  const numbered = byId && (await findInSource(work, source, byId));
  const own = byName ?? byId;
  if (!own) return null;
  if (numbered && !named && byName) {
    await insertSpelling(work, byName, numbered.id);
    if (!numbered.isNamed) await updateCampaign(work.tx, numbered.id, { name: byName.text, isNamed: true });
    return { id: numbered.id, name: numbered.isNamed ? numbered.name : byName.text, text: byName.text };
  }
  if (named && byId && !numbered) await insertSpelling(work, byId, named.id);
  if (named && numbered && named.id !== numbered.id) return joinByPlatform(work, named, numbered);
  return named ?? numbered ?? createCampaign(work, own, byName ? byId : null);
}

/** A platform's report says which name an id has that was known by nothing else: they are one. */
async function joinByPlatform(
  work: Work,
  named: KnownCampaign,
  numbered: KnownCampaign,
): Promise<Named<CampaignId>> {
  if (numbered.isNamed) return numbered;
  await editIn(work, (edit) => mergeCampaignsIn(edit, named.id, [numbered.id]));
  return named;
}

async function insertSpelling(
  { tx, now }: Work,
  spelling: Spelling,
  campaignId: CampaignId,
): Promise<boolean> {
  return insertCampaignSpelling(tx, { ...spelling, campaignId, addedAt: now });
}

/** By this spelling of the source, by another one of the same source, or of no source so far, which it finds now. */
async function findInSource(
  work: Work,
  source: Named<SourceId> | null,
  spelling: Spelling,
): Promise<KnownCampaign | null> {
  const all = await findCampaignsSpelled(work.tx, spelling.key);
  const exact = all.find(({ spelledIn }) => spelledIn === spelling.sourceKey);
  if (exact) return exact;
  const kin = source ? all.find(({ sourceId }) => sourceId === source.id) : onlyOne(all);
  const orphan = source ? all.find(({ sourceKey }) => sourceKey === '') : undefined;
  const found = kin ?? orphan;
  if (!found) return null;
  await insertSpelling(work, { ...spelling, text: found.text }, found.id);
  if (!kin) await updateCampaign(work.tx, found.id, { sourceKey: spelling.sourceKey });
  return found;
}

/** What names no source belongs to the one campaign of that name. */
function onlyOne<Found extends { id: CampaignId }>(all: readonly Found[]): Found | undefined {
  const [first] = all;
  return all.every(({ id }) => id === first?.id) ? first : undefined;
}

async function createCampaign(
  work: Work,
  own: Spelling,
  alsoId: Spelling | null,
): Promise<Named<CampaignId>> {
  const { tx, now, newId } = work;
  const id = newId('campaign') as CampaignId;
  const { sourceKey, text } = own;
  const empty = { owner: null, brief: null, startsOn: null, endsOn: null, mergedInto: null };
  await insertCampaign(tx, { id, sourceKey, name: text, isNamed: !own.isId, ...empty, createdAt: now });
  if (!(await insertSpelling(work, own, id))) {
    await deleteCampaign(tx, id);
    const first = (await findCampaignsByKey(tx, [own])).get(pairOf(own));
    if (!first) throw new Error('A spelling that was taken a moment ago is nobody’s');
    return first;
  }
  if (alsoId) await insertSpelling(work, alsoId, id);
  return { id, name: text, text };
}
