/**
 * The life of a lead against a model: random people try random moves at random times. What the model allows must happen, what it does
 * not must be refused and change nothing; no history is lost, and the card agrees with the database.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../emulator/validation/index.ts';
import { isGiven, type Lead, type LeadId } from '../../src/domain/lead/lead.ts';
import type { LeadState } from '../../src/domain/lead/lead-state.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { AppError } from '../../src/errors.ts';
import {
  assignLead,
  handOverLead,
  reopenLead,
  snoozeLead,
  undoMove,
  wakeLead,
} from '../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../src/usecases/lead/claim-lead.ts';
import { closeLead } from '../../src/usecases/lead/close-lead.ts';
import { type LeadScene, loadLeadScene } from '../../src/usecases/lead/load-lead-scene.ts';
import { mendLead } from '../../src/usecases/lead/mend-lead.ts';
import { qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../src/usecases/lead/reject-lead.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { buttonsOf } from '../support/messages.ts';
import { ANA, BEN, MAX, MIA } from '../support/people.ts';
import { times } from '../support/proof.ts';
import { renderedMessage } from '../support/rendered.ts';
import { TUESDAY_10 } from '../support/time.ts';

const MINUTE = 60_000;

/** What the model knows of a lead. */
interface Model {
  state: LeadState;
  owner: PersonId | null;
  isContacted: boolean;
  /** To its owner, who has not taken it. */
  isGiven: boolean;
  /** Snoozed, which ends with the hands that it was in. */
  isQuiet: boolean;
}

const FRESH: Model = { state: 'new', owner: null, isContacted: false, isGiven: false, isQuiet: false };

interface Past {
  by: PersonId;
  at: number;
  before: Model;
}

interface Try {
  move: keyof typeof MOVES;
  by: PersonId;
  to: PersonId;
  afterMinutes: number;
}

interface Rule {
  from: readonly LeadState[];
  next: (model: Model, tried: Try) => Model;
  run: (ctx: TestContext, input: { leadId: LeadId; person: PersonId }, tried: Try) => Promise<Lead>;
  /** Beyond being the owner or a manager. */
  allows?: (model: Model, tried: Try) => boolean;
}

const note = null;
const met = ['fits', 'need', 'decides'];
const rejected =
  (state: LeadState) =>
  (model: Model, { by }: Try): Model => ({ ...model, state, owner: model.owner ?? by });

const rejecting =
  (reasonCode: string, detail: string | null): Rule['run'] =>
  (ctx, input) =>
    rejectLead(ctx, { ...input, reasonCode, detail, note });

const MOVES = {
  claim: {
    from: ['new', 'claimed'],
    allows: ({ state, isGiven, owner }, { by }) => state === 'new' || (isGiven && owner === by),
    next: (_, { by }) => ({ ...FRESH, state: 'claimed', owner: by }),
    run: claimLead,
  },
  contacted: {
    from: ['claimed'],
    allows: ({ isContacted }) => !isContacted,
    next: (model) => ({ ...model, isContacted: true, isGiven: false }),
    run: markContacted,
  },
  release: {
    from: ['claimed'],
    next: () => FRESH,
    run: releaseLead,
  },
  qualify: {
    from: ['new', 'claimed'],
    next: (model, { by }) => ({ ...model, state: 'qualified', owner: model.owner ?? by, isContacted: true }),
    run: (ctx, input) =>
      qualifyLead(ctx, {
        ...input,
        met,
        exception: null,
        amount: '10',
        nextStep: null,
        nextStepOn: null,
        note,
      }),
  },
  rejectForGood: {
    from: ['new', 'claimed'],
    next: rejected('rejected'),
    run: rejecting('not_our_market', null),
  },
  rejectToRest: { from: ['new', 'claimed'], next: rejected('resting'), run: rejecting('unreachable', '3') },
  rejectToMarketing: {
    from: ['new', 'claimed'],
    next: rejected('returned'),
    run: rejecting('bad_contact_data', null),
  },
  won: {
    from: ['qualified'],
    next: (model) => ({ ...model, state: 'won' }),
    run: (ctx, input) =>
      closeLead(ctx, { ...input, outcome: 'won', amount: null, currency: null, on: null, reason: null }),
  },
  lost: {
    from: ['qualified'],
    next: (model) => ({ ...model, state: 'lost' }),
    run: (ctx, input) =>
      closeLead(ctx, { ...input, outcome: 'lost', amount: null, currency: null, on: null, reason: null }),
  },
  assign: {
    from: ['new'],
    next: (_, { to }) => ({ ...FRESH, state: 'claimed', owner: to, isGiven: true }),
    run: (ctx, input, { to }) => assignLead(ctx, { ...input, to, note }),
  },
  handOver: {
    from: ['claimed', 'qualified'],
    allows: ({ owner }, { to }) => owner !== to,
    next: (model, { to }) => ({ ...model, owner: to, isQuiet: false }),
    run: (ctx, input, { to }) => handOverLead(ctx, { ...input, to, note }),
  },
  snooze: {
    from: ['new', 'claimed', 'qualified'],
    next: (model) => ({ ...model, isQuiet: true }),
    run: (ctx, input) => snoozeLead(ctx, { ...input, date: '2026-12-01' }),
    allows: ({ owner }, { by }) => owner !== null || by === MAX,
  },
  wakeNow: {
    from: ['new', 'claimed', 'qualified'],
    next: (model) => ({ ...model, isQuiet: false }),
    run: wakeLead,
    allows: ({ owner, isQuiet }, { by }) => isQuiet && (owner !== null || by === MAX),
  },
  reopen: {
    from: ['rejected', 'resting', 'returned', 'lost'],
    next: (model) =>
      model.state === 'lost'
        ? { ...model, state: 'qualified', isQuiet: false }
        : { ...FRESH, state: model.owner ? 'claimed' : 'new', owner: model.owner },
    run: reopenLead,
  },
} satisfies Record<string, Rule>;

const TRIES: fc.Arbitrary<
  (Try | { move: 'undo' | 'mend'; by: PersonId; to: PersonId; afterMinutes: number })[]
> = fc.array(
  fc.record({
    move: fc.constantFrom(
      ...(Object.keys(MOVES) as (keyof typeof MOVES)[]),
      'undo' as const,
      'mend' as const,
    ),
    by: fc.constantFrom(ANA, BEN, MAX, MIA),
    to: fc.constantFrom(ANA, BEN),
    afterMinutes: fc.constantFrom(0, 1, 20),
  }),
  { minLength: 1, maxLength: 14 },
);

class Life {
  model: Model = FRESH;
  /** The moves that still stand; null: one that nobody takes back. */
  past: (Past | null)[] = [];

  /** What must become of the lead; null: it must be refused. */
  expect(tried: { move: string; by: PersonId; to: PersonId }, now: number): Model | null {
    const isManager = tried.by === MAX;
    if (tried.move === 'undo') return this.#undone(tried.by, isManager, now);
    if (tried.move === 'mend') return this.#mended(tried.by);
    const rule: Rule = MOVES[tried.move as keyof typeof MOVES];
    const isFree = this.model.owner === null || this.model.owner === tried.by || isManager;
    if (!rule.from.includes(this.model.state) || !isFree) return null;
    if (rule.allows && !rule.allows(this.model, tried as Try)) return null;
    return rule.next(this.model, tried as Try);
  }

  /** Who claims what they have already is not refused, and nothing happens. */
  isTheirs({ move, by }: { move: string; by: PersonId }): boolean {
    return (
      move === 'claim' && this.model.state === 'claimed' && this.model.owner === by && !this.model.isGiven
    );
  }

  #undone(by: PersonId, isManager: boolean, now: number): Model | null {
    const last = this.past.at(-1);
    if (!last) return null;
    const isOwn = last.by === by && now - last.at <= 15 * MINUTE;
    return isManager || isOwn ? last.before : null;
  }

  #mended(by: PersonId): Model | null {
    const isMarketing = by === MIA || by === MAX;
    const isTheirs = this.model.state === 'returned' && isMarketing;
    return isTheirs ? FRESH : null;
  }

  accept(tried: { move: string; by: PersonId }, next: Model, now: number): void {
    // Each undo takes back the move before those that were taken back; marketing's mending is not taken back.
    if (tried.move === 'undo') this.past.pop();
    else this.past.push(tried.move === 'mend' ? null : { by: tried.by, at: now, before: this.model });
    this.model = next;
  }
}

const BUTTONS: Record<LeadState, string[]> = {
  new: ['Claim', 'Qualify', 'Reject'],
  claimed: ['Contacted', 'Qualify', 'Reject'],
  qualified: ['Won', 'Lost'],
  won: ['Tell the story'],
  rejected: [],
  resting: [],
  returned: [],
  lost: [],
  merged: [],
};

async function tryMove(
  ctx: TestContext,
  leadId: LeadId,
  tried: { move: string; by: PersonId; to: PersonId },
) {
  const input = { leadId, person: tried.by };
  if (tried.move === 'undo') return undoMove(ctx, input);
  if (tried.move === 'mend') return mendLead(ctx, { ...input, mended: { phone: anotherNumber(ctx) } });
  return MOVES[tried.move as keyof typeof MOVES].run(ctx, input, tried as Try);
}

/** The same as before does not go back to sales. */
function anotherNumber(ctx: TestContext): string {
  return ctx.newId('phone').replace('phone_', '+44 20 7946 ');
}

async function isAccepted(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError) return false;
    throw thrown;
  }
}

function assertAgrees(
  { lead, history }: LeadScene,
  model: Model,
  before: LeadScene,
  accepted: boolean,
): void {
  expect({
    state: lead.state,
    owner: lead.owner,
    isContacted: lead.contactedAt !== null || !isWork(lead),
    isGiven: isGiven(lead),
    isQuiet: lead.snoozedUntil !== null || !isWork(lead),
  }).toEqual({
    ...model,
    isContacted: model.isContacted || !isWork(lead),
    isGiven: model.isGiven && lead.state === 'claimed',
    isQuiet: model.isQuiet || !isWork(lead),
  });
  expect(history.length - before.history.length).toBe(accepted ? 1 : 0);
  expect(history.slice(0, before.history.length)).toEqual(before.history);
  if (!accepted) expect(lead).toEqual(before.lead);
}

/** Whether it was contacted, or is quiet, is the model's business only while somebody works on it. */
function isWork(lead: Lead): boolean {
  return lead.state === 'new' || lead.state === 'claimed' || lead.state === 'qualified';
}

async function assertCard(ctx: TestContext, { lead }: LeadScene): Promise<void> {
  const card = await ctx.db.transaction((tx) =>
    renderedMessage(tx, { kind: 'lead_card', ref: lead.id }, ctx.clock.now()),
  );
  expect(checkMessage(card!)).toEqual([]);
  const isContacted = lead.state === 'claimed' && lead.contactedAt !== null;
  const given = isGiven(lead) ? ['Claim', ...BUTTONS.claimed] : BUTTONS[lead.state];
  expect(buttonsOf(card!)).toEqual(isContacted ? ['Qualify', 'Reject'] : given);
}

async function live(ctx: TestContext, tries: readonly Try[]): Promise<void> {
  // Each life again: after hundreds of them the date of a snooze would lie in the past.
  ctx.clock.moveTo(TUESDAY_10);
  // Words of its own: the same within minutes would be the life before.
  const dana = { source: 'Webinar', name: 'Dana Whitfield', email: 'dana@harbour.example' };
  const facts = { ...dana, message: ctx.newId('words') };
  const [received] = await receiveLeads(ctx, [facts], { by: 'api', post: 'all' });
  const leadId = received!.id;
  const look = () => loadLeadScene(ctx, { leadId, person: MAX });
  const life = new Life();
  for (const tried of tries) {
    ctx.clock.move(tried.afterMinutes * MINUTE);
    const before = await look();
    const next = life.expect(tried, ctx.clock.now());
    const isAllowed = await isAccepted(tryMove(ctx, leadId, tried));
    const isTheirs = life.isTheirs(tried);
    expect(isAllowed, `${tried.move} by ${tried.by} in ${before.lead.state}`).toBe(next !== null || isTheirs);
    const accepted = isAllowed && !isTheirs;
    if (next) life.accept(tried, next, ctx.clock.now());
    const after = await look();
    assertAgrees(after, life.model, before, accepted);
    await assertCard(ctx, after);
  }
}

for (const dialect of DIALECTS) {
  describe(`the life of a lead on ${dialect}`, () => {
    it('follows the model whatever people try', async () => {
      const ctx = await testContext(dialect);
      const property = fc.asyncProperty(TRIES, (tries) => live(ctx, tries as Try[]));
      await fc.assert(property, { numRuns: times(dialect === 'sqlite' ? 150 : 25) });
    });
  });
}
