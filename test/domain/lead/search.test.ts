import { describe, expect, it } from 'vitest';
import { holdsWords, wordsOf } from '../../../src/domain/lead/search.ts';

const ANYBODY = { name: null, company: null, email: null, phone: null };
const finds = (lead: Partial<typeof ANYBODY> | Record<string, string>, typed: string) =>
  holdsWords({ ...ANYBODY, ...lead }, wordsOf(typed));

describe('what somebody types to find a lead', () => {
  it('finds it whatever the capitals, accents and order', () => {
    const lead = { name: 'Jörg Weiß', company: 'Hafen GmbH' };
    for (const typed of ['', 'jörg', 'JORG', 'hafen jörg', 'weiß, hafen', 'gmbh'])
      expect([typed, finds(lead, typed)]).toEqual([typed, true]);
    for (const typed of ['dana', 'jörg cove']) expect([typed, finds(lead, typed)]).toEqual([typed, false]);
  });

  it('is a number in any way of writing it, or an address', () => {
    const lead = { phone: '+44 20 7946 0018', email: 'dana@harbour.example' };
    for (const typed of ['020 7946 0018', '+442079460018', '(20) 7946-0018', '7946', 'DANA@harbour'])
      expect([typed, finds(lead, typed)]).toEqual([typed, true]);
    expect(finds(lead, '020 7946 0019')).toBe(false);
  });
});
