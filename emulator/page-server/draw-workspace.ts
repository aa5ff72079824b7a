import type { PageConversation, PageUser, PageWorkspace } from '../page-protocol.ts';
import type { Conversation } from '../workspace/conversations.ts';
import type { Person } from '../workspace/people.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { pageFaults } from './page-faults.ts';
import type { PageHost } from './page-host.ts';

export function drawWorkspace({ slack, faults, controls, guide }: PageHost, me: string): PageWorkspace {
  const { workspace, clock, bot } = slack;
  const { app, team, people, conversations } = workspace;
  conversations.direct(me, app.botUserId, clock.now());
  return {
    team: { id: team.id, name: team.name },
    app: { id: app.id, name: app.name, botUserId: app.botUserId },
    me,
    users: people.all().map(drawUser),
    conversations: conversations
      .all()
      .filter(({ kind, members }) => kind === 'channel' || members.has(me))
      .map((conversation) => drawConversation(workspace, conversation, me)),
    commands: app.commands,
    shortcuts: app.shortcuts,
    now: clock.now(),
    guide,
    controls: controls.map(({ id, label, hint }) => ({ id, label, hint })),
    faults: pageFaults(faults),
    botConnected: bot.isConnected(),
  };
}

const COLORS = ['#8d5a97', '#2f6f8f', '#9a6324', '#3d7a4f', '#a8445a', '#5b5ea6', '#6b705c', '#b0562d'];

function drawUser(person: Person): PageUser {
  const sum = [...person.id].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return {
    id: person.id,
    name: person.name,
    realName: person.realName,
    title: person.title,
    timezone: person.timezone ?? 'Etc/UTC',
    // Slack does not call Slackbot a bot; nobody can act as it all the same.
    isBot: person.isBot || person.id === 'USLACKBOT',
    isDeleted: person.isDeleted,
    color: COLORS[sum % COLORS.length] ?? '#555555',
  };
}

function drawConversation(workspace: Workspace, conversation: Conversation, me: string): PageConversation {
  const { id, kind, members, topic, isArchived } = conversation;
  const other = kind === 'im' ? [...members].find((member) => member !== me) : undefined;
  const isMember = members.has(me);
  const visible = isMember ? workspace.messages.in(id).filter(({ onlyFor }) => (onlyFor ?? me) === me) : [];
  const unread = workspace.readMarks.unread(me, id, visible);
  const mentions = kind === 'im' ? unread : unread.filter(({ text }) => text.includes(`<@${me}>`));
  return {
    id,
    kind,
    name: other === undefined ? conversation.name : (workspace.people.find(other)?.realName ?? other),
    topic,
    ...(other === undefined ? {} : { withUser: other }),
    members: [...members],
    isArchived,
    unread: unread.length,
    mentions: mentions.length,
  };
}
