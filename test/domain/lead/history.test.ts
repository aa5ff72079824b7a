import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LeadHistory,
  TOLD_STATES,
  tellHistory,
  toldState,
  weighHistory,
} from '../../../src/domain/lead/history.ts';
import type { Lead } from '../../../src/domain/lead/lead.ts';
import { FIRST_REASONS } from '../../../src/domain/reject-reason/reject-reason.ts';
import { ANA, BEN } from '../../support/people.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const NOW = Date.parse('2026-11-17T09:00:00Z');
const DAY = 24 * 3_600_000;
const [ONE, TWO, THREE] = [NOW - 30 * DAY, NOW - 20 * DAY, NOW - 10 * DAY];
const telling = { actor: 'import', now: NOW, reason: null } as const;
const spam = FIRST_REASONS.find(({ code }) => code === 'spam') ?? null;

function become(lead: Lead, told: LeadHistory): Lead {
  return tellHistory(lead, told, telling)?.lead ?? lead;
}

describe('what is told of a lead', () => {
  it('is what the word says, else what the last of the dates says', () => {
    expect(toldState({ state: 'lost', wonAt: ONE })).toBe('lost');
    expect(toldState({ state: 'new', contactedAt: ONE })).toBe('contacted');
    expect(toldState({ contactedAt: ONE, qualifiedAt: TWO, wonAt: THREE })).toBe('won');
    expect(toldState({ qualifiedAt: TWO, rejectedAt: THREE })).toBe('rejected');
    expect(toldState({ owner: ANA })).toBe('new');
    expect(toldState({})).toBeNull();
  });

  it('stands in its history step by step, each at its own time', () => {
    const told = tellHistory(
      sampleLead(),
      {
        owner: ANA,
        contactedAt: ONE,
        qualifiedAt: TWO,
        wonAt: THREE,
        value: { minor: 500, currency: 'EUR' },
      },
      telling,
    );
    expect(told?.events.map(({ kind, at }) => [kind, at])).toEqual([
      ['assigned', ONE],
      ['contacted', ONE],
      ['qualified', TWO],
      ['won', THREE],
    ]);
    expect(told?.lead).toMatchObject({
      state: 'won',
      owner: ANA,
      claimedAt: ONE,
      verdictAt: TWO,
      closedAt: THREE,
    });
  });

  it('of a day that nobody tells only the step is known', () => {
    expect(become(sampleLead(), { state: 'won' })).toMatchObject({
      state: 'won',
      closedAt: null,
      verdictAt: null,
    });
    expect(become(sampleLead(), { state: 'rejected' })).toMatchObject({ state: 'rejected', verdictAt: null });
  });

  it('whoever had one that was qualified, somebody had taken it', () => {
    const kinds = (told: LeadHistory) =>
      tellHistory(sampleLead(), told, telling)?.events.map(({ kind }) => kind);
    expect(kinds({ state: 'won' })).toEqual(['claimed', 'won']);
    expect(kinds({ state: 'qualified', contactedAt: ONE })).toEqual(['claimed', 'contacted', 'qualified']);
    expect(kinds({ state: 'rejected' })).toEqual(['rejected']);
  });

  it('given to somebody is not claimed', () => {
    expect(become(sampleLead(), { state: 'new', owner: ANA })).toMatchObject({
      state: 'claimed',
      owner: ANA,
      claimedAt: null,
    });
    expect(tellHistory(sampleLead(), { state: 'new' }, telling)).toBeNull();
  });

  it('is rejected for a reason of ours where the words are one, else for another, in the words', () => {
    const lead = sampleLead();
    expect(become(lead, { state: 'rejected', rejectReason: 'Bad breath' })).toMatchObject({
      ...{ verdictNote: 'Bad breath', rejection: { reason: 'other', outcome: 'closed' } },
    });
    const dropped = tellHistory(lead, { state: 'rejected' }, { ...telling, reason: spam });
    expect(dropped?.lead.rejection).toEqual({ reason: 'spam', detail: null, outcome: 'dropped' });
    expect(become(lead, { state: 'resting' })).toMatchObject({
      restsUntil: null,
      rejection: { outcome: 'rests' },
    });
  });

  it.each(TOLD_STATES)('told twice changes nothing the second time: %s', (state) => {
    const told: LeadHistory = { state, owner: ANA };
    const once = become(sampleLead(), told);
    expect(tellHistory(once, told, { ...telling, now: NOW + DAY })).toBeNull();
  });
});

describe('of a lead that is here', () => {
  const instant = fc.constantFrom(ONE, TWO, THREE);
  const states = fc.constantFrom(...TOLD_STATES);
  const owners = fc.constantFrom(ANA, BEN);
  const story = fc.oneof(
    fc.record({ state: states, owner: owners }, { requiredKeys: ['state'] }),
    fc.record(
      {
        ...{ state: states, owner: owners, contactedAt: instant, qualifiedAt: instant, rejectedAt: instant },
        ...{ wonAt: instant, lostAt: instant, closedAt: instant },
        rejectReason: fc.constantFrom('Price', 'Too late'),
        value: fc.constantFrom({ minor: 500, currency: 'EUR' }, { minor: 700, currency: 'EUR' }),
      },
      { requiredKeys: [] },
    ),
  );

  it('whatever is news of it has a line in its history, and told again it is none', () => {
    fc.assert(
      fc.property(fc.array(story, { minLength: 1, maxLength: 5 }), fc.boolean(), (stories, isWorkedOn) => {
        let lead = sampleLead(
          isWorkedOn ? { state: 'claimed', owner: ANA, claimedAt: ONE, activeAt: ONE } : {},
        );
        for (const told of stories) {
          if (weighHistory(lead, told) !== 'news') continue;
          const news = tellHistory(lead, told, telling);
          if (!news) continue;
          expect(news.events.length).toBeGreaterThan(0);
          lead = news.lead;
          expect(tellHistory(lead, told, { ...telling, now: NOW + DAY })).toBeNull();
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('which its owner has not taken, one who works on it there has taken', () => {
    const given = become(sampleLead(), { state: 'new', owner: ANA });
    const told = tellHistory(given, { state: 'working', owner: ANA }, telling);
    expect(told?.events.map(({ kind }) => kind)).toEqual(['claimed']);
  });

  it('the deal is told of one that somebody works on here, and nothing else', () => {
    const worked = sampleLead({
      state: 'claimed',
      owner: ANA,
      claimedAt: ONE,
      contactedAt: ONE,
      activeAt: ONE,
    });
    const told: LeadHistory = {
      state: 'won',
      owner: BEN,
      contactedAt: THREE,
      qualifiedAt: THREE,
      wonAt: THREE,
    };
    expect(become(worked, told)).toMatchObject({
      ...{ state: 'won', owner: ANA, contactedAt: ONE, verdictAt: null, closedAt: THREE },
    });
  });

  it('a deal that is lost after all was not lost on the day on which it was won', () => {
    const won = become(sampleLead(), { state: 'won', wonAt: TWO });
    expect(become(won, { state: 'lost' })).toMatchObject({ state: 'lost', closedAt: null });
    expect(become(won, { state: 'won' })).toMatchObject({ closedAt: TWO });
  });

  it('a reason of ours takes the place of the words that stood for one', () => {
    const before = become(sampleLead(), { state: 'rejected', rejectReason: 'Bad breath' });
    const told = tellHistory(
      before,
      { state: 'rejected', rejectReason: 'Spam' },
      { ...telling, reason: spam },
    );
    expect(told?.lead).toMatchObject({ verdictNote: null, rejection: { reason: 'spam' } });
  });

  const untouched = (told: LeadHistory) => become(sampleLead(), told);

  it('it goes on and not back: leads are often exported without their deals', () => {
    expect(weighHistory(untouched({ state: 'contacted' }), { state: 'rejected' })).toBe('news');
    expect(weighHistory(untouched({ state: 'won' }), { state: 'qualified' })).toBe('known');
    expect(weighHistory(untouched({ state: 'won' }), { state: 'new' })).toBe('otherwise');
    expect(weighHistory(untouched({ state: 'won' }), { state: 'lost' })).toBe('news');
  });

  it('whose it is may be corrected by a file that is behind', () => {
    const won = untouched({ state: 'won', owner: ANA });
    const told: LeadHistory = { state: 'qualified', owner: BEN };
    expect(weighHistory(won, told)).toBe('news');
    expect(become(won, told)).toEqual({ ...won, owner: BEN });
    expect(weighHistory({ ...won, activeAt: ONE }, told)).toBe('known');
    expect(weighHistory(won, { state: 'qualified', owner: ANA })).toBe('known');
  });

  it('whoever has worked on it here knows better, but for the deal', () => {
    const worked = sampleLead({ state: 'claimed', owner: ANA, claimedAt: ONE, activeAt: ONE });
    expect(weighHistory(worked, { state: 'rejected' })).toBe('otherwise');
    expect(weighHistory(worked, { state: 'working' })).toBe('known');
    expect(weighHistory(worked, { state: 'new' })).toBe('known');
    expect(weighHistory(worked, { state: 'won' })).toBe('news');
    expect(weighHistory({ ...worked, state: 'merged' }, { state: 'won' })).toBe('known');
  });
});
