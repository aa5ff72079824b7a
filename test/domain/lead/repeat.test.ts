import { describe, expect, it } from 'vitest';
import type { LeadFacts, LeadId } from '../../../src/domain/lead/lead.ts';
import { receive } from '../../../src/domain/lead/receive.ts';
import { isRepeat, mergeOnArrival } from '../../../src/domain/lead/repeat.ts';
import { FIRST_SETTINGS } from '../../../src/domain/team/settings.ts';

const NOW = Date.parse('2026-11-17T09:00:00Z');
const MINUTE = 60_000;
const DANA = { source: 'Web', name: 'Dana Whitfield', email: 'dana@harbour.example' };

function came(facts: Partial<LeadFacts>, after = 0) {
  const { lead } = receive(
    { ...DANA, ...facts },
    {
      id: `lead_${after}` as LeadId,
      actor: 'api',
      post: 'all',
      undated: 'new',
      now: NOW + after,
      settings: { ...FIRST_SETTINGS, leadsChannel: 'C_LEADS' },
    },
  );
  return lead;
}

function repeats(facts: Partial<LeadFacts>, said: Partial<LeadFacts> = {}, after = MINUTE) {
  const first = came(said);
  return isRepeat(came(facts, after), { last: first, first });
}

describe('the same words by the same person', () => {
  it('are a repeat, whatever their case and spaces, from the same form or another', () => {
    const message = 'Please call me';
    expect(repeats({ message }, { message })).toBe(true);
    expect(repeats({ message: ' please  CALL me' }, { message })).toBe(true);
    expect(repeats({ message, source: 'Zapier', fields: { submission: '2' } }, { message })).toBe(true);
    expect(repeats({ message, name: null, email: 'Dana+2@Harbour.example' }, { message })).toBe(true);
  });

  it('are none later than ten minutes after the last time, nor a day after the first', () => {
    expect(repeats({}, {}, 10 * MINUTE)).toBe(true);
    expect(repeats({}, {}, 10 * MINUTE + 1)).toBe(false);
    const [first, last, next] = [came({}), came({}, 24 * 60 * MINUTE - MINUTE), came({}, 24 * 60 * MINUTE)];
    expect(isRepeat(next, { last, first })).toBe(true);
    expect(isRepeat(came({}, 24 * 60 * MINUTE + 1), { last: next, first })).toBe(false);
  });

  it.each<[string, Partial<LeadFacts>, Partial<LeadFacts>]>([
    ['other words', { message: 'Call me' }, { message: 'Call me on Monday' }],
    ['words where there were none', { message: 'Call me' }, {}],
    [
      'another number',
      { message: 'Hi', phone: '+44 20 7946 0019' },
      { message: 'Hi', phone: '+44 20 7946 0018' },
    ],
    ['a number where there was none', { message: 'Hi', phone: '+44 20 7946 0019' }, { message: 'Hi' }],
    ['another name in the same mailbox', { message: 'Hi', name: 'Lea' }, { message: 'Hi' }],
    ['more haste', { message: 'Hi', priority: 'hot' }, { message: 'Hi' }],
    ['another form without words', { source: 'Fair' }, {}],
    ['another answer without words', { fields: { budget: '20' } }, { fields: { budget: '10' } }],
    ['a test of what was none', { message: 'Hi', isTest: true }, { message: 'Hi' }],
  ])('are none with %s', (_what, facts, said) => {
    expect(repeats(facts, said)).toBe(false);
  });
});

it('is merged as it comes in: it has no card, nobody is reminded of it, and both histories say so', () => {
  const [first, again] = [came({}), came({}, MINUTE)];
  const { merged, counted } = mergeOnArrival(again, first, NOW + MINUTE);
  expect(merged.lead).toMatchObject({
    state: 'merged',
    mergedInto: first.id,
    cardChannel: null,
  });
  expect(merged.event).toMatchObject({ kind: 'merged', actor: 'tango', data: { into: first.id } });
  expect(counted).toMatchObject({ kind: 'merged', actor: 'tango', data: { from: again.id } });
});
