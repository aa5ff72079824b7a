/** The user groups of the workspace, as usergroups.list tells them. */

import type { PersonId } from '../domain/team/actor.ts';
import type { GroupId } from '../domain/team/office.ts';
import { type ClientOptions, classified, webClient } from './client.ts';
import { SlackCallError } from './failures.ts';

interface SlackGroup {
  id: GroupId;
  handle: string;
  members: PersonId[];
  isGone: boolean;
}

/** A picker offers no more, and nobody names more people for an office. */
const MOST_GROUPS = 100;
const MOST_MEMBERS = 101;

/** Null: this workspace or our token does not tell. Throws SlackCallError, and nothing else, when Slack cannot be asked now. */
export function createGroupsClient(options: ClientOptions): () => Promise<SlackGroup[] | null> {
  const web = webClient(options, 5_000);
  return async () => {
    try {
      const { usergroups = [] } = await classified(() =>
        web.usergroups.list({ include_users: true, include_disabled: true }),
      );
      const found = usergroups.flatMap(({ id, handle, users = [], date_delete: gone }) => {
        if (!id) return [];
        const isGone = (gone ?? 0) > 0;
        const members = isGone ? [] : users.slice(0, MOST_MEMBERS);
        return { id: id as GroupId, handle: handle || id, members: members as PersonId[], isGone };
      });
      return found.sort((a, b) => Number(a.isGone) - Number(b.isGone)).slice(0, MOST_GROUPS);
    } catch (thrown) {
      if (thrown instanceof SlackCallError && NOT_TOLD.has(thrown.failure.code)) return null;
      throw thrown;
    }
  };
}

const NOT_TOLD = new Set([
  'missing_scope',
  'paid_teams_only',
  'plan_upgrade_required',
  'not_allowed_token_type',
]);
