import { knownGroups, type UserGroup, type UserGroups } from '../../domain/team/office.ts';
import { DAY } from '../../domain/time/duration.ts';
import { recordUserGroups } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

/** All user groups of the workspace, disabled ones too; null: Slack does not tell us. Throws when it cannot be asked now. */
export type ListUserGroups = () => Promise<UserGroup[] | null>;

/** Slack tells of changes; what was told while nobody listened is caught up with by then. */
const ASK_AGAIN_AFTER_MS = DAY;

/** An answer of Slack's and its word of a change are written down one after the other. */
const HELD = { locksSettings: true };

/** Asks Slack once a day, and at once after it has told of a change. Whoever has joined or left is in office or out of it from then on. Returns how many groups there are. */
export async function watchGroups(ctx: Context, list: ListUserGroups): Promise<number> {
  const before = await perform(ctx, 'tango', async ({ settings, now }) => {
    return isDue(settings.userGroups, now) ? settings.userGroups : null;
  });
  if (before === null) return 0;
  const told = await list();
  const run = async ({ tx, now, settings: { userGroups, offices } }: Work) => {
    const groups = told === null ? userGroups.list : knownGroups(userGroups, told, offices);
    // What Slack told of while it was asked may not be in its answer.
    const isNews = userGroups.heardAt !== before.heardAt;
    await recordUserGroups(tx, { ...userGroups, askedAt: isNews ? null : now, list: groups }, now);
    return groups.length;
  };
  return perform(ctx, 'tango', run, HELD);
}

function isDue({ askedAt }: UserGroups, now: number): boolean {
  return askedAt === null || Math.abs(now - askedAt) >= ASK_AGAIN_AFTER_MS;
}

/** Slack tells that a group has changed: it is asked about all of them with the next run. */
export function groupsChanged(ctx: Context): Promise<void> {
  const run = ({ tx, now, settings }: Work) =>
    recordUserGroups(tx, { ...settings.userGroups, askedAt: null, heardAt: now }, now);
  return perform(ctx, 'tango', run, HELD);
}
