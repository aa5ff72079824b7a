import { troubleNotice } from '../../domain/announcements/team.ts';
import { announceHomes } from '../home/announce-homes.ts';
import type { Work } from '../work.ts';

/**
 * A trouble that only a person can mend, told to each manager once, in the transaction that records it. `subject` names the trouble as
 * store/outbox/trouble does.
 */
export async function tellManagers(work: Work, subject: string): Promise<void> {
  const { managers } = work.settings;
  await work.announce(...managers.map((manager) => troubleNotice(subject, work.now, manager)));
  await announceHomes(work, managers);
}
