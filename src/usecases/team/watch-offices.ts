import { troubleNotice } from '../../domain/announcements/team.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { isForsaken, OFFICES, type OfficeName } from '../../domain/team/office.ts';
import { clearTrouble, findTrouble, recordTrouble } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { perform, type Work } from '../work.ts';

/**
 * Nobody is left of those who were named managers, or marketers: it is told once, to who could mend it, until somebody holds the office again.
 * Without managers anybody may name one, so the marketers hear of it, or the channel where there are none either. Returns how many were told.
 */
export function watchOffices(ctx: Context): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    let told = 0;
    for (const office of OFFICES) told += await watchOffice(work, office);
    return told;
  });
}

async function watchOffice(work: Work, office: OfficeName): Promise<number> {
  const { tx, now, settings } = work;
  const subject = `forsaken:${office}`;
  if (!isForsaken(settings.offices[office], settings[office])) {
    if (await findTrouble(tx, subject)) await clearTrouble(tx, subject);
    return 0;
  }
  const facts = { code: 'office_forsaken', office } as const;
  if (!(await recordTrouble(tx, { subject, code: facts.code, facts, since: now, probeAt: now }))) return 0;
  const { managers, marketers, leadsChannel } = settings;
  const others = office === 'managers' ? marketers : managers;
  const told = others.length > 0 ? others : leadsChannel === null ? [] : [leadsChannel as PersonId];
  await work.announce(...told.map((to) => troubleNotice(subject, now, to)));
  await announceHomes(work, others);
  return told.length;
}
