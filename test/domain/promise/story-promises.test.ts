import { describe, expect, it } from 'vitest';
import { STORY_KINDS } from '../../../src/domain/promise/kinds.ts';
import { type Ending, STORY_MOVES, type StoryMoveName } from '../../../src/domain/promise/moves.ts';
import { statusOf, type TeamPromise } from '../../../src/domain/promise/promise.ts';
import { promisesAfterStoryMove } from '../../../src/domain/promise/story-promises.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { ANA, MIA } from '../../support/people.ts';
import { sampleRequest, sampleStory } from '../../support/sample-insight.ts';
import { SETTINGS } from '../../support/sample-lead.ts';
import { samplePerson } from '../../support/sample-person.ts';

const ASKED = berlin('2026-11-20T10:00');
const MINUTE = 60_000;

/** A request by Mia, and the story that Ana tells, through these steps. */
class Play {
  now = ASKED;
  readonly rows = new Map<string, TeamPromise>();
  #made = 0;
  readonly #request;

  constructor(changes: Parameters<typeof sampleRequest>[0] = {}) {
    this.#request = sampleRequest(changes);
  }

  settings = SETTINGS;

  step(name: StoryMoveName, minutes = 5): this {
    this.now += minutes * MINUTE;
    const running = [...this.rows.values()].filter(({ end }) => end === null);
    const moved = {
      ...{ name, at: this.now, by: name.includes('told') ? ANA : MIA, eventId: `event_${this.now}` },
      story: name === 'asked' ? null : sampleStory(),
      request: name === 'accepted' ? { ...this.#request, state: 'answered' as const } : this.#request,
    };
    const newId = (kind: string) => `${kind}_${this.#made++}`;
    for (const row of promisesAfterStoryMove(running, moved, { settings: this.settings, newId }))
      this.rows.set(row.id, row);
    return this;
  }

  get said(): string[] {
    return [...this.rows.values()].map((row) => `${row.kind} of ${row.owedBy} ${statusOf(row, this.now)}`);
  }
}

/** How one gets to each step. */
const BEFORE: Record<StoryMoveName, StoryMoveName[]> = {
  asked: [],
  told: ['asked'],
  retold: ['asked', 'told', 'asked_back'],
  accepted: ['asked', 'told', 'asked_back', 'retold', 'asked_back', 'retold'],
  asked_back: ['asked', 'told'],
  declined: ['asked', 'told'],
  published: ['asked', 'told', 'accepted'],
};

const CELLS = Object.keys(STORY_MOVES).flatMap((move) =>
  STORY_KINDS.map((kind) => ({
    move: move as StoryMoveName,
    kind,
    cell: STORY_MOVES[move as StoryMoveName][kind] as Ending,
  })),
);

describe('Each step of a story and its request ends each promise as the table says', () => {
  it.each(CELLS)('$move × $kind: $cell', ({ move, kind, cell }) => {
    // A second story may come while the first one was declined, or while nothing else has: then the field still owes an answer.
    const ways = [BEFORE[move], [...BEFORE[move], 'declined' as const]].filter(
      (way) => cell !== 'none' || way === BEFORE[move],
    );
    const fates = ways.flatMap((way) => {
      const play = way.reduce((each, step) => each.step(step), new Play());
      const running = [...play.rows.values()].filter((row) => row.kind === kind && row.end === null);
      play.step(move);
      return running.map(({ id }) => play.rows.get(id)?.end ?? null);
    });
    if (cell === 'none') return expect(fates).toEqual([]);
    expect(fates).not.toEqual([]);
    for (const end of fates) {
      if (cell === 'goes_on') expect(end).toBe(null);
      else expect(end).toMatchObject({ how: cell });
    }
  });
});

describe('what the field and marketing owe each other', () => {
  it('is an answer by the end of work on the day that was named, then a decision', () => {
    const play = new Play().step('asked');
    const [answer] = [...play.rows.values()];
    expect(answer).toMatchObject({ owedBy: 'sales', owedTo: MIA });
    expect(inBerlin(answer?.dueAt ?? 0)).toBe('Fri 2026-11-27 18:00');
    expect(play.step('told').said).toEqual(['answer of sales kept', 'decide of marketing running']);
  });

  it('binds who was asked alone, and the teller who was asked back', () => {
    expect(new Play({ people: [ANA] }).step('asked').said).toEqual(['answer of U_ANA running']);
    const play = new Play().step('asked').step('told').step('asked_back');
    expect(play.said.at(-1)).toBe('answer of U_ANA running');
    expect(play.step('retold').said.slice(2)).toEqual([
      'answer of U_ANA kept',
      'decide of marketing running',
    ]);
  });

  it('is an answer by the end of the shift that begins on the day, for who works at night or until midnight', () => {
    const due = (from: string, to: string) => {
      const ana = samplePerson(ANA, { hours: { from, to, days: null } });
      const play = new Play({ people: [ANA] });
      play.settings = { ...SETTINGS, people: new Map([[ANA, ana]]) };
      return inBerlin([...play.step('asked').rows.values()][0]?.dueAt ?? 0);
    };
    expect(due('22:00', '06:00')).toBe('Sat 2026-11-28 06:00');
    expect(due('16:00', '24:00')).toBe('Sat 2026-11-28 00:00');
    expect(due('07:00', '15:30')).toBe('Fri 2026-11-27 15:30');
  });

  it('is an answer again after a story was not taken, within a working day where the day is over', () => {
    const play = new Play()
      .step('asked')
      .step('told')
      .step('declined', 10 * 24 * 60);
    const last = [...play.rows.values()].at(-1);
    expect(play.said).toEqual([
      'answer of sales kept',
      'decide of marketing broken',
      'answer of sales running',
    ]);
    expect(last?.target).toBe(540);
  });
});
