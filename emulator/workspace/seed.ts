import type { PageCommand, PageShortcut } from '../page-protocol.ts';

/** What a workspace starts with. Ids are free text in Slack's manner: `U…` people, `C…` channels. */
export interface Seed {
  /** `enterprise`: the organisation that it is one workspace of. */
  team: { id: string; name: string; domain: string; enterprise?: { id: string; name: string } };
  app: SeedApp;
  users: SeedUser[];
  conversations: SeedConversation[];
  userGroups?: SeedUserGroup[];
}

/** The app as its manifest declares it: what it may call and what it is told. */
interface SeedApp {
  id: string;
  name: string;
  botId: string;
  botUserId: string;
  scopes: string[];
  events: string[];
  commands: (PageCommand & { shouldEscape?: boolean })[];
  shortcuts: PageShortcut[];
  /** Custom steps that Workflow Builder offers. */
  steps?: SeedStep[];
  /** Left out: it is. */
  isInstalled?: boolean;
}

export interface SeedStep {
  callbackId: string;
  title: string;
  inputs: SeedStepParameter[];
  outputs: SeedStepParameter[];
}

export interface SeedStepParameter {
  name: string;
  type: string;
  isRequired: boolean;
}

export interface SeedUser {
  id: string;
  name: string;
  realName: string;
  title?: string;
  email?: string;
  /** IANA zone; null is a person of whom Slack does not know it. */
  timezone?: string | null;
  isDeleted?: boolean;
  isBot?: boolean;
  /** See Person. */
  guest?: 'single_channel' | 'multi_channel';
  team?: { id: string; enterpriseId?: string };
  isStranger?: boolean;
  isHidden?: boolean;
}

export interface SeedConversation {
  id: string;
  name: string;
  kind?: 'channel' | 'private';
  topic?: string;
  members: string[];
  isArchived?: boolean;
}

export interface SeedUserGroup {
  id: string;
  handle: string;
  name: string;
  users: string[];
  isDisabled?: boolean;
}
