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
  attachments?: JsonObject[];
  /** Posted by this run of a custom step: clicks on it belong to the run. */
  stepRun?: string;
  /** Ephemeral: the only person who sees it. Slack does not keep these; they are in no history. */
  onlyFor?: string;
}

/** A demo runs for weeks of its clock, so channels grow: messages are found by ts, replies by their parent. */
interface Shelf {
  all: Message[];
  byTs: Map<string, Message>;
  replies: Map<string, Message[]>;
}

export class Messages {
  readonly #shelves = new Map<string, Shelf>();

  add(message: Message): Message {
    const { all, byTs, replies } = this.#shelf(message.channel);
    all.push(message);
    byTs.set(message.ts, message);
    const thread = parentOf(message);
    if (thread !== undefined) replies.set(thread, [...(replies.get(thread) ?? []), message]);
    return message;
  }

  /** At the place of a message that was there. */
  replace(message: Message, by: Message): void {
    const { all, byTs } = this.#shelf(message.channel);
    all.splice(all.indexOf(message), 1, by);
    byTs.set(by.ts, by);
  }

  remove(message: Message): void {
    const { all, byTs, replies } = this.#shelf(message.channel);
    all.splice(all.indexOf(message), 1);
    byTs.delete(message.ts);
    const thread = parentOf(message);
    if (thread === undefined) return;
    const left = (replies.get(thread) ?? []).filter((other) => other !== message);
    replies.set(thread, left);
  }

  /** The channel has another id from now on. */
  rename(from: string, to: string): void {
    const shelf = this.#shelf(from);
    for (const message of shelf.all) message.channel = to;
    this.#shelves.delete(from);
    this.#shelves.set(to, shelf);
  }

  find(channel: string, ts: string): Message | undefined {
    return this.#shelf(channel).byTs.get(ts);
  }

  /** Everything of a channel, oldest first, ephemeral messages included. */
  in(channel: string): readonly Message[] {
    return this.#shelf(channel).all;
  }

  /** What a channel shows at top level to everybody. */
  history(channel: string): Message[] {
    return this.in(channel).filter((message) => message.onlyFor === undefined && isTopLevel(message));
  }

  /** The answers to a message, ephemeral ones left out. */
  replies(channel: string, ts: string): Message[] {
    return this.#shelf(channel).replies.get(ts) ?? [];
  }

  /** A parent and its replies. */
  thread(channel: string, ts: string): Message[] {
    const parent = this.find(channel, ts);
    return [...(parent === undefined ? [] : [parent]), ...this.replies(channel, ts)];
  }

  #shelf(channel: string): Shelf {
    const shelf = this.#shelves.get(channel) ?? { all: [], byTs: new Map(), replies: new Map() };
    this.#shelves.set(channel, shelf);
    return shelf;
  }
}

function parentOf({ ts, threadTs, onlyFor }: Message): string | undefined {
  return threadTs === ts || onlyFor !== undefined ? undefined : threadTs;
}

export function isTopLevel(message: Message): boolean {
  return message.threadTs === undefined || message.threadTs === message.ts || isBroadcast(message);
}

const isBroadcast = (message: Message) => message.subtype === 'thread_broadcast';
