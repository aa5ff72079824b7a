import { privateAnswer } from '../../domain/announcements/team.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { exclusionOf } from '../../domain/team/identity.ts';
import { insertPrivateAnswer } from '../../store/delivery/private-answer.ts';
import { findIdentity } from '../../store/team/identity.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

interface LostAnswer {
  person: PersonId;
  /** In Slack's markup, with what others wrote escaped. */
  text: string;
}

/**
 * An answer for one person's eyes that Slack did not take: it follows as a direct message, which waits until it can leave. Whoever is
 * known not to be let in is not written to; whom Slack could not be asked about is.
 */
export function answerLater(ctx: Context, { person, text }: LostAnswer): Promise<void> {
  return perform(ctx, 'tango', async (work) => {
    if (await isExcluded(work, person)) return;
    const id = work.newId('answer');
    await insertPrivateAnswer(work.tx, { id, person, text, at: work.now });
    await work.announce(privateAnswer(id, person));
  });
}

async function isExcluded({ tx }: Work, id: PersonId): Promise<boolean> {
  const { person, workspace, admitted } = await findIdentity(tx, id);
  if (person === null || person.account === null || workspace === null) return false;
  return exclusionOf(person, { workspace, admitted }) !== null;
}
