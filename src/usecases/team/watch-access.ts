import type { TroubleFacts } from '../../domain/delivery/trouble.ts';
import { teamChannels } from '../../domain/team/sharing.ts';
import { clearTrouble, listTroubles, recordTrouble, updateFacts } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';
import { tellManagers } from '../outbox/tell-managers.ts';
import { loseChannel, regainChannel } from '../place/follow-channel.ts';
import { perform, type Work } from '../work.ts';

/** How a channel stands to us. `unknown`: Slack does not know it, or hides it from us. */
export type ChannelState = 'member' | 'outside' | 'archived' | 'unknown';

/** Asks Slack. Both throw when it cannot be asked now. */
export interface AccessLook {
  channel(id: string): Promise<ChannelState>;
  /** Of those that we use, which the app was not given. */
  missingScopes(): Promise<string[]>;
}

/**
 * Whether we are in each channel that we need, and may do all that we do. Managers are told once of what is not so, until it is. Returns what
 * was told now, by subject, for the log of whoever runs Tango, and how much is wrong.
 */
export async function watchAccess(
  ctx: Context,
  look: AccessLook,
): Promise<{ told: string[]; wrong: number }> {
  const channels = await perform(ctx, 'tango', async ({ settings }) => teamChannels(settings));
  const states = await Promise.all(channels.map(async (id) => [id, await look.channel(id)] as const));
  const scopes = await look.missingScopes();
  for (const [channel, state] of states) await follow(ctx, channel, state);
  const wrong: TroubleFacts[] = [
    ...states.flatMap(([target, state]) =>
      state === 'outside' ? [{ code: 'not_member' as const, target }] : [],
    ),
    ...(scopes.length > 0 ? [{ code: 'scopes_missing' as const, scopes }] : []),
  ];
  const told = await perform(ctx, 'tango', (work) => note(work, wrong));
  return { told, wrong: wrong.length };
}

/** What refuses our messages is told as whatever else refuses them. */
async function follow(ctx: Context, channel: string, state: ChannelState): Promise<void> {
  if (state === 'archived') return loseChannel(ctx, { channel, word: 'is_archived' });
  if (state === 'unknown') return loseChannel(ctx, { channel, word: 'channel_not_found' });
  const words = ['is_archived', 'channel_not_found'] as const;
  return regainChannel(ctx, { channel, words: state === 'member' ? [...words, 'not_in_channel'] : words });
}

/** We were taken out of a channel of the team: told at once, and not when the day is over. */
export function noteOutside(ctx: Context, channel: string): Promise<void> {
  return perform(ctx, 'tango', async (work) => {
    if (!teamChannels(work.settings).includes(channel)) return;
    const facts = { code: 'not_member', target: channel } as const;
    const trouble = { subject: subjectOf(facts), code: facts.code, facts };
    const isNews = await recordTrouble(work.tx, { ...trouble, since: work.now, probeAt: work.now });
    if (isNews) await tellManagers(work, trouble.subject);
  });
}

/** We hear of what happens there, so we are in it. */
export function noteInside(ctx: Context, channel: string): Promise<void> {
  return perform(ctx, 'tango', ({ tx }) =>
    clearTrouble(tx, subjectOf({ code: 'not_member', target: channel })),
  );
}

async function note(work: Work, wrong: readonly TroubleFacts[]): Promise<string[]> {
  const { tx, now } = work;
  const subjects = wrong.map(subjectOf);
  for (const { subject } of await listTroubles(tx)) {
    if (OURS.test(subject) && !subjects.includes(subject)) await clearTrouble(tx, subject);
  }
  const told: string[] = [];
  for (const facts of wrong) {
    const subject = subjectOf(facts);
    const isNews = await recordTrouble(tx, { subject, code: facts.code, facts, since: now, probeAt: now });
    if (isNews) await tellManagers(work, subject);
    else await updateFacts(tx, subject, facts);
    if (isNews) told.push(subject);
  }
  return told;
}

const OURS = /^(?:outside:|scopes$)/;

function subjectOf(facts: TroubleFacts): string {
  return 'target' in facts ? `outside:${facts.target}` : 'scopes';
}
