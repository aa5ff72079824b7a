import { refuse } from '../../domain/refusals.ts';
import type { SourceId } from '../../domain/source/source.ts';
import type { Actor } from '../../domain/team/actor.ts';
import { findGuesses } from '../../store/source/guess.ts';
import { findSourcesByKey } from '../../store/source/name-book.ts';
import { findSource, insertInertSource } from '../../store/source/source.ts';
import type { Context } from '../context.ts';
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
  things: readonly { id: string; name: string }[];
}

/** They look alike and are not the same. */
export function keepApart(ctx: Context, { by, code, things }: Apart): Promise<void> {
  return editSources(ctx, by, async (edit) => {
    await apart(
      edit,
      things.map(({ id }) => id),
    );
    const labels = things.map(({ name }) => name);
    edit.say({ what: { code, did: 'guess', name: labels[0] ?? '' }, before: null, after: { labels } });
  });
}

async function apart(edit: Edit, ids: readonly string[]): Promise<void> {
  for (const [index, one] of ids.entries())
    for (const other of ids.slice(index + 1)) {
      const [lesser = '', greater = ''] = [one, other].sort();
      await edit.patch('sourceApart', { one: lesser, other: greater }, {});
    }
}
