/** A lead that is played through its life in memory, by the real moves, with the promises about it. */
import { assign, handOver, reopen, snooze, wakeNow } from '../../src/domain/lead/assign.ts';
import { mend, releaseByTango, wake } from '../../src/domain/lead/back-to-work.ts';
import { claim, contacted, release } from '../../src/domain/lead/claim.ts';
import { recordOutcome } from '../../src/domain/lead/close.ts';
import { type Lead, type LeadId, type LeadLife, lifeOf } from '../../src/domain/lead/lead.ts';
import type { LeadEvent, Move } from '../../src/domain/lead/lead-event.ts';
import { merge } from '../../src/domain/lead/merge.ts';
import { qualify } from '../../src/domain/lead/qualify.ts';
import { reject } from '../../src/domain/lead/reject.ts';
import { standing, undo } from '../../src/domain/lead/undo.ts';
import { promisesAfterMove, promisesAtArrival } from '../../src/domain/promise/lead-promises.ts';
import { statusOf, type TeamPromise } from '../../src/domain/promise/promise.ts';
import { FIRST_REASONS } from '../../src/domain/reject-reason/reject-reason.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import type { Settings } from '../../src/domain/team/settings.ts';
import { AppError } from '../../src/errors.ts';
import { ANA, BEN, MAX, MIA } from './people.ts';
import { SETTINGS, sampleLead } from './sample-lead.ts';

const MINUTE = 60_000;
const AGREED = { version: 1, criteria: [], signed: null };
const QUALIFIED = { met: [], exception: null, value: null, nextStep: null, nextStepOn: null, note: null };
const DETAILS: Record<string, string> = { date: '2027-03-01', attempts: '3', lead: 'lead_9' };

type Recorded = LeadEvent & { id: string; before: LeadLife };

export class PromisePlay {
  lead: Lead;
  now: number;
  readonly rows = new Map<string, TeamPromise>();
  readonly moves: Recorded[] = [];
  #ids = 0;
  readonly #settings: Settings;

  constructor(facts: Partial<Lead> = {}, { settings = SETTINGS, isCarded = true } = {}) {
    this.lead = sampleLead(facts);
    this.now = this.lead.createdAt;
    this.#settings = settings;
    if (isCarded) this.#keep(promisesAtArrival(this.lead, this.#newId('event'), this.#making()));
  }

  /** Working minutes are ordinary ones here: all that is played lies within hours where it matters. */
  after(minutes: number): this {
    this.now += minutes * MINUTE;
    return this;
  }

  claim = (person: PersonId = ANA) => this.#do(claim(this.lead, by(person), this.now));
  contacted = () => this.#do(contacted(this.lead, this.#owner(), this.now));
  qualify = () => this.#do(qualify(this.lead, this.#owner(), QUALIFIED, AGREED, this.now));
  release = () => this.#do(release(this.lead, this.#owner(), this.now));
  releaseSilent = () => this.#do(releaseByTango(this.lead, { why: 'silent', waited: null }, this.now));
  deactivate = () => this.#do(releaseByTango(this.lead, { why: 'gone', waited: null }, this.now));
  assign = () => this.#do(assign(this.lead, by(MIA), { person: BEN, note: null }, this.now));
  handOver = (person: PersonId = BEN) =>
    this.#do(handOver(this.lead, by(MAX, true), { person, note: null }, this.now));
  snooze = () => this.#do(snooze(this.lead, by(MAX, true), this.now + 7 * 24 * 60 * MINUTE, this.now));
  wakeNow = () => this.#do(wakeNow(this.lead, by(MAX, true), this.now));
  reopen = () => this.#do(reopen(this.lead, by(MAX, true), this.now));
  wake = () => this.#do(wake(this.lead, { toOwner: true, now: this.now }));
  mend = () => this.#do(mend(this.lead, MIA, { email: 'dana@other.example' }, this.now));
  won = () => this.#outcome('won');
  lost = () => this.#outcome('lost');

  /** By the code of its reason. */
  reject(code = 'not_our_market'): this {
    const reason = FIRST_REASONS.find((each) => each.code === code);
    if (!reason) throw new Error(`No reason ${code}`);
    const input = { reason, detail: DETAILS[reason.needs ?? ''] ?? null, note: 'because' };
    return this.#do(reject(this.lead, this.#owner(), input, { now: this.now, today: '2026-11-17' }));
  }

  /** Into another one. */
  mergeAway(): this {
    const earlier = sampleLead({ id: 'lead_2' as LeadId, state: 'claimed', owner: BEN, claimedAt: this.now });
    return this.#do(merge({ lead: this.lead, earlier }, by(MAX, true), this.now).merged);
  }

  /** Another one, that `owner` has claimed, goes into this one. */
  mergeIn(owner: PersonId | null = BEN): this {
    const taken = owner ? ({ state: 'claimed', owner, claimedAt: this.now } as const) : {};
    const other = sampleLead({ id: 'lead_3' as LeadId, ...taken });
    return this.#do(merge({ lead: other, earlier: this.lead }, by(MAX, true), this.now).kept);
  }

  /** The last move, by a manager, whenever. */
  undo(): this {
    const last = standing(this.moves).at(-1);
    return this.#do(undo(this.lead, by(MAX, true), last ?? null, this.now), last?.id ?? null);
  }

  /** False where the lead does not allow the move now. */
  tries(run: () => unknown): boolean {
    try {
      run();
      return true;
    } catch (thrown) {
      if (thrown instanceof AppError) return false;
      throw thrown;
    }
  }

  /** "claim of sales kept", in the order in which they were made. */
  get said(): string[] {
    return [...this.rows.values()].map((row) => {
      const { kind, owedBy, end } = row;
      return [kind, 'of', owedBy, statusOf(row, this.now), end?.why].filter(Boolean).join(' ');
    });
  }

  get running(): TeamPromise[] {
    return [...this.rows.values()].filter(({ end }) => end === null);
  }

  #owner() {
    return by(this.lead.owner ?? ANA);
  }

  #outcome(outcome: 'won' | 'lost'): this {
    const told = { outcome, value: null, at: this.now, reason: null };
    const move = recordOutcome(this.lead, 'api', told);
    return move ? this.#do(move) : this;
  }

  #do({ lead: to, event }: Move, undoes: string | null = null): this {
    const from = this.lead;
    const id = this.#newId('event');
    this.moves.push({ ...event, id, before: lifeOf(from) });
    this.lead = { ...to, version: from.version + 1 };
    const rows = undoes ? [...this.rows.values()] : this.running;
    const moved = { from, to: this.lead, event, eventId: id, at: this.now, undoes };
    this.#keep(promisesAfterMove(rows, moved, this.#making()));
    return this;
  }

  #keep(rows: readonly TeamPromise[]): void {
    for (const row of rows) this.rows.set(row.id, row);
  }

  #making() {
    return { settings: this.#settings, newId: (kind: string) => this.#newId(kind) };
  }

  #newId(kind: string): string {
    this.#ids += 1;
    return `${kind}_${this.#ids}`;
  }
}

function by(person: PersonId, isManager = false) {
  return { person, isManager };
}
