import { troubleNotice } from '../../domain/announcements/team.ts';
import { living } from '../../domain/team/person.ts';
import { announceHomes } from '../home/announce-homes.ts';
import type { Work } from '../work.ts';

/**
 * A trouble that only a person can mend, told to each manager once, in the transaction that records it. `subject` names the trouble as
 * store/outbox/trouble does.
 */
export async function tellManagers(work: Work, subject: string): Promise<void> {
  const { managers, marketers } = work.settings;
  const present = living(managers, work.settings);
  // Where no manager's account lives, somebody has to know all the same: anybody may name another one then.
  const told = present.length > 0 ? present : living(marketers, work.settings);
  await work.announce(...told.map((manager) => troubleNotice(subject, work.now, manager)));
  await announceHomes(work, managers);
}
