import type { App } from '@slack/bolt';
import { updatePerson } from '../../../usecases/team/update-person.ts';
import { readProfile } from '../../people-client.ts';
import type { ListenerDeps } from '../edge/listen.ts';

/** News of people: another zone or name, an account that was deactivated or is back. */
export function registerPeople(app: App, deps: ListenerDeps): void {
  app.event('user_change', ({ event }) => onPerson(deps, event.user));
  app.event('team_join', ({ event }) => onPerson(deps, event.user));
}

async function onPerson({ ctx }: ListenerDeps, user: unknown): Promise<void> {
  const profile = readProfile(user);
  if (profile) await updatePerson(ctx, profile);
}
