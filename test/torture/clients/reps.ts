/**
 * People who work on leads: each on those of their own, so that nobody else is to blame when a step does not come true. A step is pressed
 * again until Slack shows it as done, or the card shows that it was.
 */
import type { Message } from '../../../emulator/workspace/messages.ts';
import type { View } from '../../../emulator/workspace/views.ts';
import { cardsOf } from '../../support/cards.ts';
import { buttonsOf, readOf, textOf } from '../../support/messages.ts';
import type { Click } from '../promised.ts';
import { ephemeralsFor } from '../records.ts';
import type { Stage } from '../stage.ts';
import { REPS } from '../workspace.ts';
import { leadIn } from './names.ts';
import { MODALS, type Step, scriptFor } from './scripts.ts';

interface Work {
  lead: string;
  /** Those that are behind them. */
  done: number;
  current: Click | null;
}

/** How often the same button is pressed in a modal that nobody has answered. */
const PRESSES = 3;

export class Rep {
  readonly #stage: Stage;
  readonly #person: string;
  readonly #chance: ReturnType<Stage['chanceFor']>;
  readonly #work = new Map<string, Work>();

  constructor(stage: Stage, nth: number) {
    this.#stage = stage;
    this.#person = REPS[nth] ?? '';
    this.#chance = stage.chanceFor(this.#person);
  }

  /** One step on one of their cards that asks for one. */
  async act(): Promise<void> {
    const cards = cardsOf(this.#stage.emulator).filter((card) => this.#isTheirs(card) && this.#next(card));
    const card = this.#chance.pick(cards);
    const next = card && this.#next(card);
    if (!card || !next) return;
    const { work, step, at } = next;
    if (at > work.done || !work.current) this.#begin(work, step, at);
    await this.#take(card, step, work).catch(ignoreVanished);
  }

  #isTheirs(card: Message): boolean {
    const number = Number(leadIn(textOf(card))?.split('-')[1]);
    return REPS[number % REPS.length] === this.#person;
  }

  /** The first step that is not done and that the card offers: those before it have come true without our being told. */
  #next(card: Message): { work: Work; step: Step; at: number } | null {
    const lead = leadIn(textOf(card));
    if (!lead) return null;
    const work = this.#work.get(lead) ?? { lead, done: 0, current: null };
    this.#work.set(lead, work);
    const script = scriptFor(lead);
    // Only the next one may have been done unheard.
    const within = [work.done, ...(work.current ? [work.done + 1] : [])];
    for (const at of within) {
      const step = script[at];
      if (step && isOffered(card, step)) return { work, step, at };
    }
    return null;
  }

  #begin(work: Work, step: Step, at: number): void {
    work.done = at;
    work.current = this.#stage.promised.click({
      lead: work.lead,
      person: this.#person,
      effect: step.effect,
    });
  }

  async #take(card: Message, step: Step, work: Work): Promise<void> {
    const click = work.current;
    if (!click) return;
    const words = ephemeralsFor(this.#stage.emulator, this.#person);
    const isDone = await this.#press(card, step, click);
    const told = ephemeralsFor(this.#stage.emulator, this.#person) - words;
    click.told += told;
    if (!isDone || told > 0) return;
    click.confirmed = true;
    work.done += 1;
    work.current = null;
  }

  async #press(card: Message, { press }: Step, click: Click): Promise<boolean> {
    const hands = this.#stage.emulator.as(this.#person);
    if ('menu' in press) {
      click.pressed += 1;
      return (await hands.choose(card, 'lead_menu', press.menu)).acknowledged;
    }
    if ('modal' in press) return this.#fillIn(card, press, click);
    const presses = this.#pressesAtOnce();
    click.pressed += presses;
    const outcomes = await Promise.all(
      Array.from({ length: presses }, () => hands.click(card, press.button)),
    );
    return outcomes.some(({ acknowledged }) => acknowledged);
  }

  #pressesAtOnce(): number {
    const { asked, tally } = this.#stage;
    if (asked.doubleClicks === 0) return 1;
    asked.doubleClicks -= 1;
    tally.add('double_click');
    return 2;
  }

  async #fillIn(
    card: Message,
    { button, modal }: { button: string; modal: keyof typeof MODALS },
    click: Click,
  ): Promise<boolean> {
    const hands = this.#stage.emulator.as(this.#person);
    const clicked = await hands.click(card, button);
    const view = clicked.acknowledged ? hands.topModal() : undefined;
    if (!view) return false;
    // That of an earlier click may have come late: nobody fills in a form about another lead.
    if (view.callbackId !== modal || leadIn(readOf(view)) !== click.lead) {
      await hands.close(view, { all: true });
      return false;
    }
    hands.fill(view, MODALS[modal]);
    return this.#submit(view, click);
  }

  /** What has not been answered stays open, and is sent again. */
  async #submit(view: View, click: Click): Promise<boolean> {
    const hands = this.#stage.emulator.as(this.#person);
    for (let press = 0; press < PRESSES; press++) {
      click.pressed += 1;
      const { result } = await hands.submit(view);
      if (result !== 'unanswered') return result === 'closed';
    }
    await hands.close(view, { all: true });
    return false;
  }
}

function isOffered(card: Message, { press }: Step): boolean {
  if ('button' in press) return buttonsOf(card).includes(press.button);
  return JSON.stringify(card.blocks).includes(press.menu);
}

/** What was on the screen a moment ago is not any more: the next look sees what is. */
function ignoreVanished(thrown: unknown): void {
  if (!(thrown instanceof Error) || thrown.name !== 'Refusal') throw thrown;
}
