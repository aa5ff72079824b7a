import { broughtFile, privateAnswer } from '../../domain/announcements/team.ts';
import { type BroughtFile, type BroughtFileId, NO_WISH } from '../../domain/brought-file/brought-file.ts';
import { assertMayBring, mayBring } from '../../domain/brought-file/brought-file-rules.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { insertBroughtFile } from '../../store/brought-file/brought-file.ts';
import { insertPrivateAnswer } from '../../store/delivery/private-answer.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

export interface Brought {
  person: PersonId;
  /** The message that they came with. */
  channel: string;
  ts: string;
  files: readonly { fileId: string; name: string }[];
}

/** Dropped into the direct messages, where nobody waits for an answer: a refusal is a message, too. */
export function bringDropped(ctx: Context, brought: Brought): Promise<void> {
  return perform(ctx, brought.person, (work) => {
    const may = mayBring(work.settings, brought.person, null);
    return keep(
      work,
      may ? brought : { ...brought, files: brought.files.slice(0, 1) },
      may ? 'waiting' : 'refused',
    );
  });
}

/** So many of one message are looked at. */
export const MOST_FILES = 5;

/** Each is looked at, and shown to its person before anything of it is taken. Throws `files_not_yours`. */
export function bringFiles(ctx: Context, brought: Brought): Promise<void> {
  return perform(ctx, brought.person, (work) => {
    assertMayBring(work.settings, brought.person, null);
    return keep(work, brought, 'waiting');
  });
}

async function keep(
  work: Work,
  { person, channel, ts, files }: Brought,
  state: 'waiting' | 'refused',
): Promise<void> {
  for (const { fileId, name } of files.slice(0, MOST_FILES)) {
    const file: BroughtFile = {
      ...{ id: work.newId('file') as BroughtFileId, person, channel, ts, fileId, name, state },
      ...{ wish: NO_WISH, look: null, hash: null, problem: null, importIds: [], rowsDone: 0, outcome: null },
      watchId: null,
      ...{ attempts: 0, nextAttemptAt: work.now, createdAt: work.now },
    };
    if (await insertBroughtFile(work.tx, file)) await work.announce(broughtFile(file));
  }
}

/** What stands in the way of all of them, for their person alone. `text` is in Slack's markup. */
export function refuseFiles(ctx: Context, person: PersonId, text: string): Promise<void> {
  return perform(ctx, person, (work) => answer(work, person, text));
}

async function answer(work: Work, person: PersonId, text: string): Promise<void> {
  const id = work.newId('answer');
  await insertPrivateAnswer(work.tx, { id, person, text, at: work.now });
  await work.announce(privateAnswer(id, person));
}
