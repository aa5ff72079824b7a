import type { NewId } from '../ids.ts';
import type { Seed, SeedConversation } from './seed.ts';

export interface Conversation {
  id: string;
  kind: 'channel' | 'private' | 'im';
  /** Empty for a direct message. */
  name: string;
  topic: string;
  members: Set<string>;
  isArchived: boolean;
  /** With which other companies. docs.slack.dev/apis/slack-connect */
  sharedWith: Set<string>;
  /** Epoch milliseconds. */
  created: number;
}

export class Conversations {
  readonly #all = new Map<string, Conversation>();
  readonly #newId: NewId;

  constructor(seed: Seed, newId: NewId, now: number) {
    this.#newId = newId;
    for (const conversation of seed.conversations) this.add(conversation, now);
  }

  add(seed: SeedConversation, now: number): Conversation {
    const conversation: Conversation = {
      id: seed.id,
      kind: seed.kind ?? 'channel',
      name: seed.name,
      topic: seed.topic ?? '',
      members: new Set(seed.members),
      isArchived: seed.isArchived ?? false,
      sharedWith: new Set(),
      created: now,
    };
    this.#all.set(conversation.id, conversation);
    return conversation;
  }

  keep(conversation: Conversation): void {
    this.#all.set(conversation.id, conversation);
  }

  remove(id: string): void {
    this.#all.delete(id);
  }

  find(id: string): Conversation | undefined {
    return this.#all.get(id);
  }

  byName(name: string): Conversation | undefined {
    return this.all().find((conversation) => conversation.kind !== 'im' && conversation.name === name);
  }

  all(): Conversation[] {
    return [...this.#all.values()];
  }

  /** The one direct message of two people, made when first needed. */
  direct(one: string, other: string, now: number): Conversation {
    return this.findDirect(one, other) ?? this.#openDirect(one, other, now);
  }

  findDirect(one: string, other: string): Conversation | undefined {
    return this.all().find((c) => c.kind === 'im' && c.members.has(one) && c.members.has(other));
  }

  #openDirect(one: string, other: string, now: number): Conversation {
    const members = new Set([one, other]);
    const id = this.#newId('D');
    const im: Conversation = {
      id,
      kind: 'im',
      name: '',
      topic: '',
      members,
      isArchived: false,
      sharedWith: new Set(),
      created: now,
    };
    this.#all.set(id, im);
    return im;
  }
}
