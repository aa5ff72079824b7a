/**
 * What the emulator's page and its server say to each other. Types only: both sides import this file and nothing
 * else of one another.
 *
 * The page reads with GET, acts with POST, and learns over one server-sent event stream what has changed, then reads
 * again. Everything is seen through the eyes of one person, named by `?user=`; errors are `{ error, message }`.
 *
 * Blocks and views travel as Slack's own JSON, untouched: the page draws what the bot sent.
 */

/** Slack's block or element JSON, as the bot sent it; the page renders the kinds it knows and names the rest. */
export interface SlackJson {
  type: string;
  [key: string]: unknown;
}

export interface PageUser {
  id: string;
  name: string;
  realName: string;
  title: string;
  /** IANA zone; dates are shown in it. */
  timezone: string;
  isBot: boolean;
  isDeleted: boolean;
  /** CSS colour of the initials that stand for a picture. */
  color: string;
}

export interface PageConversation {
  id: string;
  kind: 'channel' | 'private' | 'im';
  /** Without the leading `#`; for a DM the other person's real name. */
  name: string;
  topic: string;
  /** The other side of a DM. */
  withUser?: string;
  members: string[];
  isArchived: boolean;
  unread: number;
  mentions: number;
}

export interface PageFile {
  id: string;
  name: string;
  mimetype: string;
  size: number;
  /** Path on this server. */
  url: string;
}

export interface PageMessage {
  ts: string;
  threadTs?: string;
  user: string;
  text: string;
  blocks: SlackJson[];
  attachments: SlackJson[];
  files: PageFile[];
  edited: boolean;
  /** Only this person sees it; gone on reload in Slack, kept here until dismissed. */
  ephemeral: boolean;
  replyCount: number;
  replyUsers: string[];
  lastReplyTs?: string;
  permalink: string;
}

export interface PageView {
  id: string;
  hash: string;
  type: 'modal' | 'home';
  callbackId: string;
  title: string;
  submit?: string;
  close?: string;
  blocks: SlackJson[];
  privateMetadata: string;
  notifyOnClose: boolean;
}

export interface PageCommand {
  command: string;
  description: string;
  usageHint: string;
}

export interface PageShortcut {
  callbackId: string;
  name: string;
  kind: 'message' | 'global';
}

/** A button the host of the emulator (the demo) adds to the page, e.g. "Forward to Monday 9:00". */
export interface PageControl {
  id: string;
  label: string;
  hint: string;
}

export interface PageGuideStep {
  title: string;
  /** Plain text; `person` and `conversation` make it a link that switches to both. */
  text: string;
  person?: string;
  conversation?: string;
}

export interface PageFault {
  id: string;
  label: string;
  hint: string;
  active: boolean;
}

/** GET /page/api/workspace?user=U : without `user`, as the first person sees it; the page then asks whom to be. */
export interface PageWorkspace {
  team: { id: string; name: string };
  app: { id: string; name: string; botUserId: string };
  me: string;
  users: PageUser[];
  conversations: PageConversation[];
  commands: PageCommand[];
  shortcuts: PageShortcut[];
  /** Epoch ms by the workspace's clock, which a demo moves forward. */
  now: number;
  guide: { title: string; intro: string; steps: PageGuideStep[] } | null;
  controls: PageControl[];
  faults: PageFault[];
  /** Is the bot reachable right now (a socket is open, or the request URL answered last). */
  botConnected: boolean;
}

/** GET /page/api/messages?user=U&channel=C[&thread=TS][&before=TS] : oldest first; a thread starts with its parent. */
export interface PageMessages {
  channel: string;
  thread?: string;
  messages: PageMessage[];
  hasMore: boolean;
}

/** GET /page/api/views?user=U : the open modals, the one on top last. */
export interface PageViews {
  stack: PageView[];
}

/** GET /page/api/home?user=U : null until the bot has published one. */
export interface PageHome {
  view: PageView | null;
}

/** `state.values` as Slack sends it: block_id → action_id → the element's value. */
export type PageStateValues = Record<string, Record<string, SlackJson>>;

/** POST /page/api/act : one of these, always with `user`. The answer is PageActResult. */
export type PageAct =
  | { kind: 'say'; user: string; channel: string; thread?: string; text: string; files?: string[] }
  | { kind: 'command'; user: string; channel: string; command: string; text: string }
  | { kind: 'message_shortcut'; user: string; channel: string; ts: string; callbackId: string }
  | { kind: 'global_shortcut'; user: string; callbackId: string }
  /** A click or a choice in a message. `action` is the element's own payload: action_id, type, value, selected_option… */
  | {
      kind: 'message_action';
      user: string;
      channel: string;
      ts: string;
      blockId: string;
      action: SlackJson;
      state: PageStateValues;
    }
  | {
      kind: 'view_action';
      user: string;
      viewId: string;
      blockId: string;
      action: SlackJson;
      state: PageStateValues;
    }
  | { kind: 'view_submit'; user: string; viewId: string; state: PageStateValues }
  /** `all`: the cross, which closes the whole stack; otherwise one step back. */
  | { kind: 'view_close'; user: string; viewId: string; all: boolean }
  | { kind: 'open_home'; user: string }
  | { kind: 'mark_read'; user: string; channel: string }
  | { kind: 'dismiss_ephemeral'; user: string; channel: string; ts: string }
  | { kind: 'control'; user: string; id: string }
  | { kind: 'fault'; user: string; id: string; active: boolean };

export type PageActResult =
  | { ok: true; notice?: string }
  /** `errors`: block_id → sentence, from the bot's `response_action: errors`. */
  | { ok: false; error: string; message: string; errors?: Record<string, string> };

/**
 * GET /page/api/options?user=U&viewId=V&blockId=B&actionId=A&value=TEXT (external_select) answers
 * `{ options: SlackJson[] }`.
 *
 * POST /page/api/upload?user=U&name=FILE, the file as body, answers PageFile; the page puts its id into the
 * `file_input`'s state as `{ type: 'file_input', files: [{ id, name }] }`.
 *
 * GET /page/api/live?user=U is a server-sent event stream of PageChange.
 */
export type PageChange =
  | { kind: 'workspace' }
  | { kind: 'messages'; channel: string; thread?: string }
  | { kind: 'views' }
  | { kind: 'home' }
  | { kind: 'clock'; now: number };
