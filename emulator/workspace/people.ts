import type { Seed, SeedUser } from './seed.ts';

export interface Person {
  id: string;
  name: string;
  realName: string;
  title: string;
  email?: string;
  timezone?: string;
  isBot: boolean;
  isDeleted: boolean;
  /** Of one channel, or of those that they were invited to. docs.slack.dev/reference/objects/user-object: is_restricted, is_ultra_restricted */
  guest?: 'single_channel' | 'multi_channel';
  /** Of another company, or of another workspace of the organisation; left out: of this one. */
  team?: { id: string; enterpriseId?: string };
  /** Of another company and in no channel that the app can see. Same page: is_stranger */
  isStranger?: boolean;
  /** users.info answers `user_not_visible`. docs.slack.dev/reference/methods/users.info, errors */
  isHidden?: boolean;
  /** The bot behind a bot user. */
  botId?: string;
}

/** Slackbot is in every workspace; it speaks when an app did not answer. */
const SLACKBOT: Person = {
  id: 'USLACKBOT',
  name: 'slackbot',
  realName: 'Slackbot',
  title: '',
  isBot: false,
  isDeleted: false,
};

export class People {
  readonly #people = new Map<string, Person>();

  constructor(seed: Seed) {
    for (const user of seed.users) this.add(user);
    const { app } = seed;
    const bot: Person = { ...SLACKBOT, id: app.botUserId, name: app.name.toLowerCase(), realName: app.name };
    this.#people.set(bot.id, { ...bot, isBot: true, botId: app.botId });
    this.#people.set(SLACKBOT.id, SLACKBOT);
  }

  add(user: SeedUser): Person {
    const person: Person = {
      id: user.id,
      name: user.name,
      realName: user.realName,
      title: user.title ?? '',
      isBot: user.isBot ?? false,
      isDeleted: user.isDeleted ?? false,
      ...kindOf(user),
      ...(user.email === undefined ? {} : { email: user.email }),
      ...(user.timezone === null ? {} : { timezone: user.timezone ?? 'Etc/UTC' }),
    };
    this.#people.set(person.id, person);
    return person;
  }

  change(id: string, change: Partial<Omit<Person, 'id'>>): Person | undefined {
    const person = this.#people.get(id);
    return person === undefined ? undefined : Object.assign(person, change);
  }

  find(id: string): Person | undefined {
    return this.#people.get(id);
  }

  all(): Person[] {
    return [...this.#people.values()];
  }
}

function kindOf({ guest, team, isStranger, isHidden }: SeedUser): Partial<Person> {
  return {
    ...(guest === undefined ? {} : { guest }),
    ...(team === undefined ? {} : { team }),
    ...(isStranger === undefined ? {} : { isStranger }),
    ...(isHidden === undefined ? {} : { isHidden }),
  };
}
