import { troubleNotice } from '../../domain/announcements/team.ts';
import type { TroubleFacts } from '../../domain/delivery/trouble.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { emptyGroups, isForsaken, OFFICES, type OfficeName } from '../../domain/team/office.ts';
import { clearTrouble, findTrouble, listTroubles, recordTrouble } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { tellManagers } from '../outbox/tell-managers.ts';
import { perform, type Work } from '../work.ts';

/**
 * Nobody is left of those who were named managers, or marketers: it is told once, to who could mend it, until somebody holds the office again.
 * Without managers anybody may name one, so the marketers hear of it, or the channel where there are none either. Returns how many were told.
 */
export function watchOffices(ctx: Context): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    let told = 0;
    for (const office of OFFICES) told += await watchOffice(work, office);
    await watchNamedGroups(work);
    return told;
  });
}

/** A group that puts nobody into its office is told to the managers once, until it does again or is named no more. */
async function watchNamedGroups(work: Work): Promise<void> {
  const { tx, now, settings } = work;
  const empty = new Map<string, TroubleFacts>();
  for (const office of OFFICES) {
    for (const { id, handle, isGone } of emptyGroups(settings.offices[office], settings))
      empty.set(`${GROUP_PREFIX}${id}`, { code: 'group_empty', office, handle, isGone });
  }
  for (const { subject } of await listTroubles(tx)) {
    if (subject.startsWith(GROUP_PREFIX) && !empty.has(subject)) await clearTrouble(tx, subject);
  }
  for (const [subject, facts] of empty) {
    const isNews = await recordTrouble(tx, { subject, code: facts.code, facts, since: now, probeAt: now });
    if (isNews) await tellManagers(work, subject);
  }
}

const GROUP_PREFIX = 'group:';

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
