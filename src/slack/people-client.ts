/** Who somebody is, as Slack tells it: asked for by users.info, or heard with an event. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PersonId } from '../domain/team/actor.ts';
import { type ClientOptions, classified, webClient } from './client.ts';
import { SlackCallError } from './failures.ts';

export interface SlackProfile {
  id: PersonId;
  name: string | null;
  timezone: string | null;
  isBot: boolean;
  isActive: boolean;
}

/** Null: Slack does not know them. Throws SlackCallError and nothing else. */
export function createPeopleClient(options: ClientOptions): (id: PersonId) => Promise<SlackProfile | null> {
  const web = webClient(options, 5_000);
  return async (id) => {
    try {
      return await classified(async () => readProfile((await web.users.info({ user: id })).user));
    } catch (thrown) {
      if (thrown instanceof SlackCallError && NOBODY.has(thrown.failure.code)) return null;
      throw thrown;
    }
  };
}

const NOBODY = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

/** Much of it may be missing: people of other companies have no zone. */
const User = z.object({
  id: z.string(),
  name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  tz: z.string().nullish(),
  profile: z.object({ display_name: z.string().optional() }).optional(),
});

/** Null where it is none that we understand. */
export function readProfile(user: unknown): SlackProfile | null {
  const { data } = User.safeParse(user);
  if (!data) return null;
  return {
    id: data.id as PersonId,
    name: data.profile?.display_name || data.name || null,
    timezone: knownZone(data.tz),
    isBot: data.is_bot ?? false,
    isActive: !data.deleted,
  };
}

function knownZone(zone: string | null | undefined): string | null {
  if (!zone) return null;
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime(zone);
    return zone;
  } catch {
    return null;
  }
}
