/**
 * Whom a file means by an address or a name, asked of Slack sparingly: a few addresses one by one, whatever is more out of the list of all people,
 * which costs the same however many are asked for. Answers are remembered for a while, also those that came before Slack said "later".
 */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { nameKey } from '../domain/source/fold.ts';
import type { PersonId } from '../domain/team/actor.ts';
import { addressIn, spellingsOf } from '../domain/team/called.ts';
import { MINUTE } from '../domain/time/duration.ts';
import { type ClientOptions, classified, webClient } from './client.ts';
import { SlackCallError } from './failures.ts';

/** By the text as it was asked. Whoever is nobody here, or several, is in no answer. Or: Slack wants to be asked again after so many ms. */
export type PeopleAnswer = { found: ReadonlyMap<string, PersonId> } | { waitMs: number };

/** Throws SlackCallError and nothing else, where Slack does not answer; what it has answered until then is kept. */
export function createAddressBook(
  options: ClientOptions,
  clock: { now(): number },
): (texts: readonly string[]) => Promise<PeopleAnswer> {
  const book = new AddressBook(webClient(options, 10_000), clock);
  return (texts) => book.find(texts);
}

/** Far less than the fifty a minute that Slack allows. */
const ONE_BY_ONE = 20;
/** From the look at a file until it is imported; somebody who was mended in Slack meanwhile is soon found. */
const REMEMBERED_MS = 10 * MINUTE;
/** Slack lets a page have a thousand and recommends fewer; twenty pages a minute. */
const PAGE = 500;

class AddressBook {
  readonly #web: WebClient;
  readonly #clock: { now(): number };
  #asked = new Map<string, PersonId | null>();
  #askedSince = 0;
  #directory: Directory | null = null;

  constructor(web: WebClient, clock: { now(): number }) {
    this.#web = web;
    this.#clock = clock;
  }

  async find(texts: readonly string[]): Promise<PeopleAnswer> {
    this.#forget();
    try {
      return { found: await this.#ask(texts) };
    } catch (thrown) {
      if (!(thrown instanceof SlackCallError)) throw thrown;
      if (thrown.failure.kind === 'rate_limited') return { waitMs: thrown.failure.retryAfterMs ?? MINUTE };
      // Where it stood in the list may be what Slack did not take.
      if (this.#directory?.cursor !== null) this.#directory = null;
      throw thrown;
    }
  }

  #forget(): void {
    const since = this.#clock.now() - REMEMBERED_MS;
    if (this.#askedSince < since) {
      this.#asked = new Map();
      this.#askedSince = this.#clock.now();
    }
    if (this.#directory && this.#directory.since < since) this.#directory = null;
  }

  async #ask(texts: readonly string[]): Promise<Map<string, PersonId>> {
    const found = new Map<string, PersonId>();
    const isFew = !this.#directory && this.#areFew(texts);
    const directory = isFew ? null : await this.#everybody();
    for (const text of texts) {
      const address = addressIn(text);
      const person = directory ? directory.whoIs(text) : address && (await this.#one(address));
      if (person) found.set(text, person);
    }
    return found;
  }

  #areFew(texts: readonly string[]): boolean {
    const addresses = texts.map(addressIn);
    return !addresses.includes(null) && new Set([...this.#asked.keys(), ...addresses]).size <= ONE_BY_ONE;
  }

  async #one(email: string): Promise<PersonId | null> {
    const known = this.#asked.get(email);
    if (known !== undefined) return known;
    const person = await lookUp(this.#web, email);
    this.#asked.set(email, person);
    return person;
  }

  /** Where it was broken off, it goes on behind the last page. */
  async #everybody(): Promise<Directory> {
    this.#directory ??= new Directory(this.#clock.now());
    const directory = this.#directory;
    while (directory.cursor !== null) {
      const cursor = directory.cursor;
      const page = await classified(() =>
        this.#web.users.list({ limit: PAGE, ...(cursor !== '' && { cursor }) }),
      );
      for (const member of page.members ?? []) directory.add(member);
      directory.cursor = page.response_metadata?.next_cursor || null;
    }
    return directory;
  }
}

/** Nobody's, or the app may not ask (users:read.email): null. */
async function lookUp(web: WebClient, email: string): Promise<PersonId | null> {
  try {
    const { user } = await classified(() => web.users.lookupByEmail({ email }));
    return (user?.id as PersonId | undefined) ?? null;
  } catch (thrown) {
    if (thrown instanceof SlackCallError && NOBODY.has(thrown.failure.code)) return null;
    throw thrown;
  }
}

const NOBODY = new Set(['user_not_found', 'user_not_visible', 'users_not_found', 'missing_scope']);

const Member = z.object({
  id: z.string(),
  name: z.string().nullish(),
  real_name: z.string().nullish(),
  deleted: z.boolean().nullish(),
  is_bot: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  profile: z
    .object({
      real_name: z.string().nullish(),
      display_name: z.string().nullish(),
      email: z.string().nullish(),
    })
    .nullish(),
});

/** All people of the workspace who are there and no program. */
class Directory {
  /** When its reading began, epoch ms. */
  readonly since: number;
  /** Of the next page, empty at the first; null: it is complete. */
  cursor: string | null = '';
  readonly #byAddress = new Map<string, PersonId>();
  /** Null: several are called so. */
  readonly #byName = new Map<string, PersonId | null>();

  constructor(since: number) {
    this.since = since;
  }

  add(member: unknown): void {
    const { data } = Member.safeParse(member);
    if (!data || data.deleted || data.is_bot || data.is_stranger) return;
    const id = data.id as PersonId;
    if (data.profile?.email) this.#byAddress.set(data.profile.email.toLowerCase(), id);
    const { real_name: real, display_name: shown } = data.profile ?? {};
    const names = [real, shown, data.real_name, data.name].flatMap((name) => (name ? nameKey(name) : []));
    for (const key of new Set(names)) this.#byName.set(key, this.#byName.has(key) ? null : id);
  }

  whoIs(text: string): PersonId | null {
    const address = addressIn(text);
    const person = address === null ? undefined : this.#byAddress.get(address);
    if (person) return person;
    const [only, ...others] = new Set(
      spellingsOf(text).flatMap((spelling) => this.#byName.get(nameKey(spelling)) ?? []),
    );
    return others.length === 0 ? (only ?? null) : null;
  }
}
