import { keyOf } from '../../domain/announcement.ts';
import { leaveBack } from '../../domain/announcements/team.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { type Leave, lastLeaves, leavesBackFrom } from '../../domain/team/person.ts';
import { findAnnounced } from '../../store/outbox/enqueue.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

/** Who is at work again after a leave hears once what passed meanwhile. Returns how many people. */
export async function tellWhoIsBack(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const settings = await ctx.db.transaction(loadSettings);
  let told = 0;
  for (const person of settings.people?.keys() ?? [])
    if (leavesBackFrom(person, settings, now).length > 0) told += await tell(ctx, person);
  return told;
}

/** Of two processes that come to it at once both say the same, which is one message by its key. */
function tell(ctx: Context, person: PersonId): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const leave = await untold(work, person);
    if (!leave) return 0;
    await work.announce(leaveBack(person, leave));
    return 1;
  });
}

/** From the first day after what was told already to the last of all; null: all was told. */
async function untold({ tx, settings, now }: Work, person: PersonId): Promise<Leave | null> {
  const leaves = leavesBackFrom(person, settings, now);
  const isTold = async ({ to }: Leave) =>
    (await findAnnounced(
      tx,
      leaves.map(({ from }) => keyOf(leaveBack(person, { from, to }))),
    )) !== null;
  let from: string | null = null;
  for (const leave of leaves) from = (await isTold(leave)) ? null : (from ?? leave.from);
  const last = leaves.at(-1);
  return from !== null && last ? { from, to: last.to } : null;
}

/** What was told of their last leave is told as it is now; nothing where nothing was told. */
export async function correctLeaveBack(
  { tx, settings, now, announceAgain }: Work,
  person: PersonId,
): Promise<void> {
  const leaves = lastLeaves(person, settings, now);
  if (leaves.length === 0) return;
  const told = leaves.flatMap((first) =>
    leaves.map((last) => leaveBack(person, { from: first.from, to: last.to })),
  );
  const key = await findAnnounced(tx, told.map(keyOf));
  await announceAgain(told.find((each) => keyOf(each) === key) ?? null);
}
