import { type LookUpPerson, syncPeople } from '../usecases/team/sync-people.ts';
import type { Job } from './schedule.ts';

/** The one job that asks Slack: how is handed in. */
export function peopleSync(lookUp: LookUpPerson): Job {
  return {
    name: 'people',
    does: 'asks Slack for the zone and the state of people seen for the first time, and of all others once a day',
    when: () => ({ every: 'minute' }),
    run: (ctx) => syncPeople(ctx, lookUp),
  };
}
