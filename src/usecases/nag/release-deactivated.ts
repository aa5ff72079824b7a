import { personDeactivated } from '../../domain/announcements/team.ts';
import { releaseByTango } from '../../domain/lead/back-to-work.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { OFFICES } from '../../domain/team/office.ts';
import { living } from '../../domain/team/person.ts';
import {
  findDeactivatedToHandle,
  lockLeadsOf,
  recordDeactivationTold,
} from '../../store/team/deactivated.ts';
import type { Context } from '../context.ts';
import { recordMove } from '../lead/record-move.ts';
import { perform } from '../work.ts';

/** The leads of people whose accounts were deactivated go back to the channel, and the managers hear of it once. Returns how many. */
export async function releaseDeactivated(ctx: Context): Promise<number> {
  const deactivated = await ctx.db.transaction(findDeactivatedToHandle);
  let released = 0;
  for (const person of deactivated) released += await releaseOf(ctx, person);
  return released;
}

/** All or nothing: the managers hear one number. */
function releaseOf(ctx: Context, person: PersonId): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now, settings } = work;
    const isNews = await recordDeactivationTold(tx, person);
    const { claimed, qualified } = await lockLeadsOf(tx, person);
    for (const lead of claimed) {
      const move = releaseByTango(lead, { why: 'gone', waited: null }, now);
      await recordMove(work, { from: lead, move });
    }
    const held = OFFICES.filter((office) => settings.offices[office].people.includes(person));
    const isWorthTelling = claimed.length > 0 || (isNews && (qualified > 0 || held.length > 0));
    const facts = { person, released: claimed.length, qualified, at: now };
    const told = isWorthTelling ? living(settings.managers, settings) : [];
    await work.announce(...told.map((manager) => personDeactivated(facts, manager)));
    return claimed.length;
  });
}
