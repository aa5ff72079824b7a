/** Who somebody is, as Slack tells it: asked for by users.info, or heard with an event. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { PersonId } from '../domain/team/actor.ts';
import { type ClientOptions, classified, webClient } from './client.ts';
import { classify, SlackCallError } from './failures.ts';

export interface SlackProfile {
  id: PersonId;
  name: string | null;
  timezone: string | null;
  isBot: boolean;
  isActive: boolean;
  account: 'member' | 'guest' | 'stranger';
  team: string | null;
  enterprise: string | null;
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

const NOBODY = new Set(['user_not_found', 'user_not_visible']);

/** A click waits for it, and Slack waits three seconds for the click. */
const ANSWER_WITHIN_MS = 1_000;

interface SlackWorkspace {
  team: string;
  enterprise: string | null;
  url?: string | null;
}

export interface PeopleDirectory {
  findWorkspace(): Promise<SlackWorkspace | null>;
  findPerson(id: PersonId): Promise<SlackProfile | 'nobody' | null>;
}

/** For who waits: null where Slack does not answer in time, which is logged. */
export function createPeopleDirectory(options: ClientOptions): PeopleDirectory {
  const hurried = { ...options, timeoutMs: ANSWER_WITHIN_MS };
  const web = webClient(hurried, ANSWER_WITHIN_MS);
  const lookUp = createPeopleClient(hurried);
  const orNull = async <T>(call: Promise<T>): Promise<T | null> => {
    try {
      return await withinTime(call);
    } catch (thrown) {
      options.logger.warn({ code: classify(thrown).code }, 'Slack could not be asked who somebody is');
      return null;
    }
  };
  return {
    findWorkspace: () => orNull(askWorkspace(web)),
    findPerson: (id) => orNull(lookUp(id).then((profile) => profile ?? ('nobody' as const))),
  };
}

async function askWorkspace(web: ReturnType<typeof webClient>): Promise<SlackWorkspace> {
  const { team_id: team, enterprise_id: enterprise, url } = await web.auth.test();
  if (!team) throw new Error('Slack did not say which workspace we are in');
  return { team, enterprise: enterprise || null, url: url ?? null };
}

/** The client's own limit begins when a call leaves; before that it may wait for others. */
async function withinTime<T>(call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Slack did not answer in time')), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Much of it may be missing: people of other companies have no zone. */
const User = z.object({
  id: z.string(),
  name: z.string().optional(),
  team_id: z.string().nullish(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  enterprise_user: z.object({ enterprise_id: z.string().nullish() }).nullish(),
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
    isBot: (data.is_bot ?? false) || data.id === SLACKBOT,
    isActive: !data.deleted,
    account: accountOf(data),
    team: data.team_id || null,
    enterprise: data.enterprise_user?.enterprise_id || null,
  };
}

/** Slack does not call its own bot one. */
const SLACKBOT = 'USLACKBOT';

/** A guest of one channel is restricted as well. */
function accountOf(user: z.infer<typeof User>): SlackProfile['account'] {
  if (user.is_stranger) return 'stranger';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
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
