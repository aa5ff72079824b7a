import { refuse } from '../../domain/refusals.ts';
import type { CampaignId, SourceId } from '../../domain/source/source.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { findGuesses } from '../../store/source/guess.ts';
import { findSourcesByKey } from '../../store/source/name-book.ts';
import { findCampaign, findSource, insertInertSource } from '../../store/source/source.ts';
import type { Context } from '../context.ts';
import { mergeCampaignsIn } from './change-campaigns.ts';
import { mergeIn } from './change-sources.ts';
import { type Edit, editSources } from './source-edit.ts';

interface Settled {
  by: Actor;
  /** Of the name under which leads came that are known from the source. */
  key: string;
  sourceId: SourceId;
}

/** The source is called so as well. */
export function acceptGuess(ctx: Context, { by, ...asked }: Settled): Promise<void> {
  return editSources(ctx, by, async (edit) => {
    const { key, sourceId, text, named, of } = await load(edit, asked);
    if (named) return mergeIn(edit, sourceId, [named.id]);
    await edit.patch('sourceSpelling', { key }, { text, sourceId, addedAt: edit.now });
    await edit.patch('sourceGuess', { key, sourceId }, null);
    edit.say({ what: { code: 'source', did: 'spelling', name: of }, before: null, after: text });
  });
}

/** It is another source, of which no lead has come so far that was not known. */
export function declineGuess(ctx: Context, { by, ...asked }: Settled): Promise<void> {
  return editSources(ctx, by, async (edit) => {
    const { key, sourceId, text, named, of } = await load(edit, asked);
    await edit.patch('sourceGuess', { key, sourceId }, null);
    let id = named?.id;
    if (id === undefined) {
      id = edit.newId('source') as SourceId;
      await insertInertSource(edit.tx, {
        ...{ id, name: text, owner: null, mergedInto: sourceId, createdAt: edit.now },
      });
      await edit.patch('source', { id }, { mergedInto: null });
      await edit.patch('sourceSpelling', { key }, { text, sourceId: id, addedAt: edit.now });
    }
    await apart(edit, [id, sourceId]);
    edit.say({
      what: { code: 'source', did: 'guess', name: of },
      ...{ before: null, after: { labels: [of, text] } },
    });
  });
}

async function load(edit: Edit, { key, sourceId }: Omit<Settled, 'by'>) {
  const guess = (await findGuesses(edit.tx, [key])).find((each) => each.sourceId === sourceId);
  const source = await findSource(edit.tx, sourceId);
  if (!guess || !source || source.mergedInto !== null) throw refuse('source_gone');
  const named = (await findSourcesByKey(edit.tx, [key])).get(key);
  return { ...guess, named, of: source.name };
}

interface Apart {
  by: Actor;
  code: 'source' | 'campaign';
  ids: readonly string[];
}

/** They look alike and are not the same. */
export function keepApart(ctx: Context, { by, code, ids }: Apart): Promise<void> {
  return editSources(ctx, by, (edit) => sayApart(edit, code, ids));
}

interface Sorted {
  by: Actor;
  code: 'source' | 'campaign';
  into: string;
  same: readonly string[];
  others: readonly string[];
}

/** Of what looks alike some are the same and the others are not: one step. */
export function sortAlike(ctx: Context, { by, code, into, same, others }: Sorted): Promise<void> {
  return editSources(ctx, by, async (edit) => {
    if (same.length > 0 && code === 'source')
      await mergeIn(edit, into as SourceId, same as readonly SourceId[]);
    if (same.length > 0 && code === 'campaign')
      await mergeCampaignsIn(edit, into as CampaignId, same as readonly CampaignId[]);
    for (const other of others) await sayApart(edit, code, [into, other]);
  });
}

async function sayApart(edit: Edit, code: Apart['code'], ids: readonly string[]): Promise<void> {
  const labels: string[] = [];
  for (const id of ids) {
    const thing =
      code === 'source'
        ? await findSource(edit.tx, id as SourceId)
        : await findCampaign(edit.tx, id as CampaignId);
    if (!thing || thing.mergedInto !== null) throw refuse('source_gone');
    labels.push(thing.name);
  }
  await apart(edit, ids);
  edit.say({ what: { code, did: 'guess', name: labels[0] ?? '' }, before: null, after: { labels } });
}

async function apart(edit: Edit, ids: readonly string[]): Promise<void> {
  for (const [index, one] of ids.entries())
    for (const other of ids.slice(index + 1)) {
      const [lesser = '', greater = ''] = [one, other].sort();
      await edit.patch('sourceApart', { one: lesser, other: greater }, {});
    }
}
