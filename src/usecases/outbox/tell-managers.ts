import { troubleNotice } from '../../domain/announcements/team.ts';
import type { Work } from '../work.ts';

/**
 * A trouble that only a person can mend, told to each manager once, in the transaction that records it. `subject` names the trouble as
 * store/outbox/trouble does.
 */
export async function tellManagers({ announce, settings, now }: Work, subject: string): Promise<void> {
  await announce(...settings.managers.map((manager) => troubleNotice(subject, now, manager)));
}
