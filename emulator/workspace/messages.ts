import type { JsonObject } from '../json.ts';
import type { SlackJson } from '../page-protocol.ts';

export interface Message {
  channel: string;
  ts: string;
  threadTs?: string;
  user: string;
  /** Set when an app wrote it. */
  botId?: string;
  text: string;
  blocks: SlackJson[];
  metadata?: JsonObject;
  fileIds: string[];
  reactions: { name: string; users: string[] }[];
  edited?: { user: string; ts: string };
  subtype?: string;
  /** Ephemeral: the only person who sees it. Slack does not keep these; they are in no history. */
  onlyFor?: string;
}

export class Messages {
  readonly #byChannel = new Map<string, Message[]>();

  add(message: Message): Message {
    const messages = this.#byChannel.get(message.channel) ?? [];
    messages.push(message);
    this.#byChannel.set(message.channel, messages);
    return message;
  }

  /** At the place that its ts gives it. */
  insert(message: Message): void {
    const all = [...this.in(message.channel), message];
    this.#byChannel.set(
      message.channel,
      all.sort((a, b) => (a.ts < b.ts ? -1 : 1)),
    );
  }

  find(channel: string, ts: string): Message | undefined {
    return this.#byChannel.get(channel)?.find((message) => message.ts === ts);
  }

  remove(message: Message): void {
    const kept = this.in(message.channel).filter((other) => other !== message);
    this.#byChannel.set(message.channel, kept);
  }

  /** Everything of a channel, oldest first, ephemeral messages included. */
  in(channel: string): Message[] {
    return this.#byChannel.get(channel) ?? [];
  }

  /** What a channel shows at top level to everybody. */
  history(channel: string): Message[] {
    return this.in(channel).filter((message) => message.onlyFor === undefined && isTopLevel(message));
  }

  /** A parent and its replies. */
  thread(channel: string, ts: string): Message[] {
    return this.in(channel).filter(
      (message) => message.onlyFor === undefined && (message.ts === ts || message.threadTs === ts),
    );
  }

  replies(channel: string, ts: string): Message[] {
    return this.thread(channel, ts).filter((message) => message.ts !== ts);
  }
}

export function isTopLevel(message: Message): boolean {
  return message.threadTs === undefined || message.threadTs === message.ts || isBroadcast(message);
}

const isBroadcast = (message: Message) => message.subtype === 'thread_broadcast';
