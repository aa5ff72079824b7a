import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageConversation, PageUser, PageWorkspace } from '../../page-protocol.ts';

/** What everything on the page may ask about: who is looking, at which workspace, at what time. */
export interface Session {
  workspace: PageWorkspace;
  me: PageUser;
  user(id: string): PageUser | undefined;
  conversation(id: string): PageConversation | undefined;
  /** Epoch ms by the workspace's clock. */
  now: number;
  /** One line at the foot of the page, for a few seconds. */
  notify(line: string): void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session: nobody was chosen yet.');
  return session;
}

export function userById(workspace: PageWorkspace, id: string): PageUser | undefined {
  return workspace.users.find((user) => user.id === id);
}

/** The person's DM with the app, once there is one. */
export const appConversation = (workspace: PageWorkspace): PageConversation | undefined =>
  workspace.conversations.find((one) => one.kind === 'im' && one.withUser === workspace.app.botUserId);
