import type { Changes } from './changes.ts';
import type { TimeSource } from './clock.ts';
import type { BotLine } from './delivery/bot-line.ts';
import type { EventStream } from './delivery/event-stream.ts';
import type { ResponseUrls } from './delivery/response-urls.ts';
import type { Triggers } from './delivery/triggers.ts';
import type { NewId } from './ids.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface Tokens {
  bot: string;
  app: string;
  signingSecret: string;
}

/** The running workspace, wired: what a call of the bot and an act of a person both work on. */
export interface Slack {
  workspace: Workspace;
  clock: TimeSource;
  newId: NewId;
  changes: Changes;
  bot: BotLine;
  events: EventStream;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  tokens: Tokens;
  /** `http://127.0.0.1:PORT/` */
  baseUrl(): string;
  /** Where apps.connections.open sends the bot; none in HTTP mode. */
  socketUrl?: () => string;
}
