import { refuse, refuseField } from '../../domain/refusals.ts';
import { assertName, assertSplit } from '../../domain/source/change-sources.ts';
import { nameKey } from '../../domain/source/fold.ts';
import type { Source, SourceId } from '../../domain/source/source.ts';
import type { Actor, PersonId } from '../../domain/team/actor.ts';
import { assertMayBeChosen } from '../../domain/team/choose-people.ts';
import { listGuesses } from '../../store/source/guess.ts';
import { findSourcesByKey } from '../../store/source/name-book.ts';
import { findSource, insertInertSource, listSpellings } from '../../store/source/source.ts';
import type { Context } from '../context.ts';
import { type Edit, editSources } from './source-edit.ts';

export interface SourceWords {
  name?: string;
  owner?: PersonId | null;
  /** One more way in which it is written, or an id of it. */
  spelling?: string | null;
}

/** Its name, its owner, another spelling. The old name stays a spelling: what comes in under it is still its. */
export function changeSource(
  ctx: Context,
  { by, id, words }: { by: Actor; id: SourceId; words: SourceWords },
): Promise<void> {
  return editSources(ctx, by, async (edit) => {
    const source = await standing(edit, id);
    const name = words.name === undefined ? source.name : assertName('name', words.name);
    if (name !== source.name) {
      await addSpelling(edit, source, { field: 'name', text: name });
      await edit.patch('source', { id }, { name });
      edit.say({
        what: { code: 'source', did: 'renamed', name: source.name },
        before: source.name,
        after: name,
      });
    }
    if (words.owner !== undefined && words.owner !== source.owner) {
      if (words.owner)
        assertMayBeChosen({ field: 'owner', people: [words.owner], membersOnly: true }, edit.settings);
      await edit.patch('source', { id }, { owner: words.owner });
      edit.say({
        what: { code: 'source', did: 'owner', name },
        ...{ before: peopleOf(source.owner), after: peopleOf(words.owner) },
      });
    }
    if (words.spelling) {
      const text = assertName('spelling', words.spelling);
      await addSpelling(edit, source, { field: 'spelling', text });
      edit.say({ what: { code: 'source', did: 'spelling', name }, before: null, after: text });
    }
  });
}

export function peopleOf(owner: PersonId | null) {
  return owner === null ? null : { people: [owner] };
}

async function standing({ tx }: Pick<Edit, 'tx'>, id: SourceId): Promise<Source> {
  const source = await findSource(tx, id);
  if (!source || source.mergedInto !== null) throw refuse('source_gone');
  return source;
}

async function addSpelling(
  edit: Edit,
  source: Source,
  { field, text }: { field: string; text: string },
): Promise<void> {
  const key = nameKey(text);
  const taken = (await findSourcesByKey(edit.tx, [key])).get(key);
  if (taken && taken.id !== source.id) throw refuseField(field, 'spelling_taken', { name: taken.name });
  if (!taken) await edit.patch('sourceSpelling', { key }, { text, sourceId: source.id, addedAt: edit.now });
  await edit.patch('sourceGuess', { key, sourceId: source.id }, null);
}

/** All of the others are `into` from now on, with their spellings: leads, spend, routing and figures follow. */
export function mergeSources(
  ctx: Context,
  { by, into, others }: { by: Actor; into: SourceId; others: readonly SourceId[] },
): Promise<void> {
  return editSources(ctx, by, (edit) => mergeIn(edit, into, others));
}

export async function mergeIn(edit: Edit, into: SourceId, others: readonly SourceId[]): Promise<void> {
  const target = await standing(edit, into);
  const names: string[] = [];
  for (const id of others) {
    if (id === into) throw refuseField('into', 'merged_into_itself');
    const source = await standing(edit, id);
    for (const { key } of await listSpellings(edit.tx, [id]))
      await edit.patch('sourceSpelling', { key }, { sourceId: into });
    await edit.patch('source', { id }, { mergedInto: into });
    names.push(source.name);
  }
  await moveGuesses(edit, into, others);
  const labels = [target.name, ...names];
  edit.say({
    what: { code: 'source', did: 'merged', name: target.name },
    ...{ before: { labels }, after: { labels: [target.name] } },
  });
}

/** What may be another name of one that was merged may be another name of the one that stays; what is one of its spellings now is said. */
async function moveGuesses(edit: Edit, into: SourceId, others: readonly SourceId[]): Promise<void> {
  const guesses = await listGuesses(edit.tx);
  const spelled = new Set((await listSpellings(edit.tx, [into])).map(({ key }) => key));
  for (const { key, sourceId, text, leads, lastAt } of guesses) {
    if (sourceId !== into && !others.includes(sourceId)) continue;
    if (spelled.has(key) || sourceId !== into) await edit.patch('sourceGuess', { key, sourceId }, null);
    const isThere = guesses.some((other) => other.key === key && other.sourceId === into);
    if (!spelled.has(key) && sourceId !== into && !isThere)
      await edit.patch('sourceGuess', { key, sourceId: into }, { text, leads, lastAt });
  }
}

/** Some of its spellings are another source: what came under them goes there. */
export function splitSource(
  ctx: Context,
  { by, id, keys, name: told }: { by: Actor; id: SourceId; keys: readonly string[]; name?: string | null },
): Promise<void> {
  return editSources(ctx, by, async (edit) => {
    const source = await standing(edit, id);
    const spellings = await listSpellings(edit.tx, [id]);
    const known = spellings.filter(({ key }) => keys.includes(key));
    assertSplit(
      source.name,
      spellings.map(({ key }) => key),
      known.map(({ key }) => key),
    );
    const name = told ? assertName('name', told) : (known[0]?.text ?? '');
    const fresh = edit.newId('source') as SourceId;
    const made = { id: fresh, name, owner: null, mergedInto: id, createdAt: edit.now };
    // Taking it back leaves it there, as one that was merged.
    await insertInertSource(edit.tx, made);
    await edit.patch('source', { id: fresh }, { mergedInto: null });
    for (const { key } of known) await edit.patch('sourceSpelling', { key }, { sourceId: fresh });
    if (told) await addSpelling(edit, { ...made, mergedInto: null }, { field: 'name', text: name });
    edit.say({
      what: { code: 'source', did: 'split', name: source.name },
      ...{ before: { labels: [source.name] }, after: { labels: [source.name, name] } },
    });
  });
}
