import {
  archiveConversation,
  changeConversationId,
  deleteConversation,
  renameConversation,
  shareConversation,
  unshareConversation,
} from './happenings/change-conversation.ts';
import { joinConversation, leaveConversation } from './happenings/change-membership.ts';
import { addPerson, changePerson } from './happenings/change-person.ts';
import { changeUserGroup } from './happenings/change-user-group.ts';
import type { Slack } from './slack.ts';
import type { Conversation } from './workspace/conversations.ts';
import type { Person } from './workspace/people.ts';
import type { SeedConversation, SeedUser, SeedUserGroup } from './workspace/seed.ts';

/** What an administrator changes in the workspace; the bot hears of it as it would in Slack. */
export class Admin {
  readonly #slack: Slack;

  constructor(slack: Slack) {
    this.#slack = slack;
  }

  /**
   * Somebody takes the app out of the workspace, or its tokens back: Slack says so once more, and takes them no longer until it is installed again
   * (docs.slack.dev/reference/events/app_uninstalled, …/tokens_revoked).
   */
  uninstall(): void {
    const { events, workspace } = this.#slack;
    const event_ts = workspace.newTs();
    events.publish('tokens_revoked', {
      ...{ type: 'tokens_revoked', event_ts },
      tokens: { oauth: [], bot: [workspace.app.botUserId] },
    });
    events.publish('app_uninstalled', { type: 'app_uninstalled', event_ts });
    workspace.app.isInstalled = false;
  }

  install(): void {
    this.#slack.workspace.app.isInstalled = true;
  }

  addChannel(seed: SeedConversation): void {
    this.#slack.workspace.conversations.add(seed, this.#slack.clock.now());
    this.#slack.changes.announce({ kind: 'workspace' });
  }

  archive(channel: string): void {
    archiveConversation(this.#slack, this.#find(channel), true);
  }

  unarchive(channel: string): void {
    archiveConversation(this.#slack, this.#find(channel), false);
  }

  share(channel: string, team: string): void {
    shareConversation(this.#slack, this.#find(channel), team);
  }

  unshare(channel: string, team: string): void {
    unshareConversation(this.#slack, this.#find(channel), team);
  }

  rename(channel: string, name: string): void {
    renameConversation(this.#slack, this.#find(channel), name);
  }

  changeId(channel: string, id: string): void {
    changeConversationId(this.#slack, this.#find(channel), id);
  }

  /** Whoever is not in it loses sight of it. */
  makePrivate(channel: string): void {
    this.#find(channel).kind = 'private';
    this.#slack.changes.announce({ kind: 'workspace' });
  }

  delete(channel: string): void {
    deleteConversation(this.#slack, this.#find(channel));
  }

  invite(channel: string, user: string): void {
    joinConversation(this.#slack, this.#find(channel), user);
  }

  remove(channel: string, user: string): void {
    leaveConversation(this.#slack, this.#find(channel), user);
  }

  addPerson(user: SeedUser): void {
    addPerson(this.#slack, user);
  }

  changePerson(id: string, change: Partial<Omit<Person, 'id'>>): void {
    if (changePerson(this.#slack, id, change) === null) throw new Error(`there is nobody with the id ${id}`);
  }

  changeUserGroup(group: SeedUserGroup): void {
    changeUserGroup(this.#slack, group);
  }

  deactivate(id: string): void {
    this.changePerson(id, { isDeleted: true });
  }

  #find(channel: string): Conversation {
    const found = this.#slack.workspace.conversations.find(channel);
    if (found === undefined) throw new Error(`there is no channel ${channel}`);
    return found;
  }
}
