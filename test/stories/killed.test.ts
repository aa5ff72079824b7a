import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import type { Message } from '../../emulator/workspace/messages.ts';
import type { Config } from '../../src/config.ts';
import { cardsOf, isReply } from '../support/cards.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS } from '../support/people.ts';
import { SEED, times } from '../support/proof.ts';
import { chance } from '../support/random.ts';
import { type BotProcess, spawnBot } from '../support/spawn-bot.ts';
import { INTAKE_TOKEN, seed, testConfig } from '../support/world.ts';

const CLICKED = ['Claim', 'Contacted'] as const;
type Clicked = (typeof CLICKED)[number];

const ROUNDS = [
  { dialect: 'sqlite', mode: 'socket', rounds: times(25) },
  { dialect: 'postgres', mode: 'http', rounds: times(8) },
] as const;

for (const { dialect, mode, rounds } of ROUNDS) {
  describe(`killed ${rounds} times under leads and clicks, on ${dialect} over ${mode}`, () => {
    it('keeps what it confirmed, and says each thing once', { timeout: times(240_000) }, async () => {
      const emulator = await startEmulator({ mode, workspace: seed() });
      onTestFinished(() => emulator.stop());
      const storm = new Storm(emulator, testConfig(emulator, mode, await testDatabaseUrl(dialect)));

      for (let round = 0; round < rounds; round++) await storm.killOnce();
      await storm.calm();

      const { confirmed } = storm;
      expect(confirmed.leads.size).toBeGreaterThan(rounds);
      // How many clicks get through between two kills depends on the machine; some must, or nothing is shown.
      expect(confirmed.Claim.size).toBeGreaterThan(0);
      const messages = emulator.workspace.messages.in(LEADS).filter(({ onlyFor }) => onlyFor === undefined);
      expect(repeated(messages.map(outboxId))).toEqual([]);
      expect(repeated(messages.flatMap(told))).toEqual([]);
      const cards = new Map(cardsOf(emulator).map((card) => [leadOf(card), card]));
      expect([...confirmed.leads].filter((lead) => !cards.has(lead))).toEqual([]);
      expect(
        [...confirmed.Claim].filter((lead) => !/claimed this|contacted/.test(textOf(cards.get(lead)!))),
      ).toEqual([]);
      expect(
        [...confirmed.Contacted].filter((lead) => !textOf(cards.get(lead)!).includes('contacted')),
      ).toEqual([]);
      const lines = messages.flatMap(told);
      expect([...confirmed.Claim].filter((lead) => !lines.includes(`${lead} claimed it`))).toEqual([]);
      expect(
        [...confirmed.Contacted].filter((lead) => !lines.includes(`${lead} made the first contact`)),
      ).toEqual([]);
    });
  });
}

type Emulator = Awaited<ReturnType<typeof startEmulator>>;

/** Leads and clicks without a pause, against a bot that is killed and started again. */
class Storm {
  readonly confirmed = { leads: new Set<string>(), Claim: new Set<string>(), Contacted: new Set<string>() };
  readonly #chance = chance(SEED);
  readonly #emulator: Emulator;
  readonly #config: Config;
  readonly #streams: Promise<void>[];
  #bot: BotProcess;
  #url: string | null = null;
  #isOver = false;
  #posted = 0;

  constructor(emulator: Emulator, config: Config) {
    this.#emulator = emulator;
    this.#config = config;
    this.#bot = spawnBot(config);
    this.#streams = [() => this.#postLead(), ...CLICKED.map((button) => () => this.#click(button))].map(
      (once) => this.#stream(once),
    );
  }

  /** Mostly at work, after some of it; now and then while it is starting. */
  async killOnce(): Promise<void> {
    if (this.#chance.below(5) === 0) await pause(this.#chance.below(500));
    else {
      await this.#up();
      const until = this.#confirmations() + this.#chance.below(12);
      while (this.#confirmations() < until) await pause(5);
      await pause(this.#chance.below(20));
    }
    this.#url = null;
    this.#bot.signal('SIGKILL');
    await this.#bot.exit;
    this.#bot = spawnBot(this.#config);
  }

  /** No more of them; what is left is done, by a bot that is ended in good order. */
  async calm(): Promise<void> {
    await this.#up();
    this.#isOver = true;
    await Promise.all(this.#streams);
    await this.#emulator.settled();
    while (!/^tango_outbox_oldest_seconds 0$/m.test(await this.#metrics())) await pause(100);
    expect(await this.#metrics()).toContain('tango_outbox_failed 0');
    this.#bot.signal('SIGTERM');
    expect(await this.#bot.exit).toEqual({ code: 0, signal: null });
  }

  #confirmations(): number {
    const { leads, Claim, Contacted } = this.confirmed;
    return leads.size + Claim.size + Contacted.size;
  }

  async #up(): Promise<void> {
    this.#url = await this.#bot.url;
    if (this.#url === null) throw new Error(`The bot did not start: ${this.#bot.complaints()}`);
    this.#emulator.setRequestUrl(`${this.#url}/slack/events`);
    const isHttp = this.#config.slack.mode.kind === 'http';
    await this.#emulator.waitFor(() => isHttp || this.#emulator.isBotConnected(), { within: 20_000 });
  }

  async #stream(once: () => Promise<boolean>): Promise<void> {
    while (!this.#isOver) if (!(await once())) await pause(20);
  }

  /** As a sender does: the same lead again until it is taken. */
  async #postLead(): Promise<boolean> {
    if (this.#url === null) return false;
    const name = `Lead-${this.#posted}`;
    const body = JSON.stringify({ source: 'Webinar', externalId: name, name });
    const headers = { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/json' };
    const answer = await fetch(`${this.#url}/api/leads`, { method: 'POST', headers, body }).catch(() => null);
    if (!answer?.ok) return false;
    this.confirmed.leads.add(name);
    this.#posted += 1;
    return false;
  }

  /** One person a lead, so that whoever is confirmed must be seen in the end. */
  async #click(button: Clicked): Promise<boolean> {
    const card = this.#chance.pick(
      cardsOf(this.#emulator).filter((shown) => buttonsOf(shown).includes(button)),
    );
    if (!card || this.#url === null) return false;
    const lead = leadOf(card);
    const person = Number(lead.split('-')[1]) % 2 === 0 ? ANA : BEN;
    const outcome = await this.#emulator.as(person).click(card, button);
    if (outcome.acknowledged) this.confirmed[button].add(lead);
    return outcome.acknowledged;
  }

  async #metrics(): Promise<string> {
    return (await fetch(`${this.#url}/metrics`)).text();
  }
}

const leadOf = (card: Message) => /Lead-\d+/.exec(textOf(card))?.[0] ?? '';

const outboxId = ({ metadata }: Message) =>
  String((metadata?.event_payload as { outbox_id?: string } | undefined)?.outbox_id);

/** "Lead-7" for a card, "Lead-7 claimed it" for a line in its thread, of which a message may hold several. */
function told(this: void, message: Message, _index: number, all: readonly Message[]): string[] {
  if (!isReply(message)) return [leadOf(message)];
  const card = all.find(({ ts }) => ts === message.threadTs);
  return message.text.split('\n').map((line) => {
    const what = /claimed it|made the first contact/.exec(line)?.[0] ?? line;
    return `${card ? leadOf(card) : '?'} ${what}`;
  });
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
