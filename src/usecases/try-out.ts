import type { Actor } from '../domain/team/actor.ts';
import type { Context } from './context.ts';
import { perform, type Work } from './work.ts';

/** What the work would come to: it is done, and all of it is rolled back. It holds the database as long as doing it would. */
export async function tryOut<T>(ctx: Context, by: Actor, run: (work: Work) => Promise<T>): Promise<T> {
  let tried: { result: T } | null = null;
  try {
    await perform(
      ctx,
      by,
      async (work) => {
        tried = { result: await run(work) };
        throw new OnlyTried();
      },
      { order: 'alone' },
    );
  } catch (thrown) {
    if (thrown instanceof OnlyTried && tried !== null) return (tried as { result: T }).result;
    throw thrown;
  }
  throw new Error('What was only tried has been committed');
}

class OnlyTried extends Error {
  override readonly name = 'OnlyTried';
}
