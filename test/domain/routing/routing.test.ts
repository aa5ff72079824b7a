import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnNote } from '../../../src/domain/routing/route-lead.ts';
import { choose, type RoutingRule, ruleFor, type Turn } from '../../../src/domain/routing/routing.ts';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { sayTurn } from '../../../src/sentences/en/routing.ts';
import { PLAIN } from '../../../src/sentences/voice.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { SETTINGS, sampleLead } from '../../support/sample-lead.ts';
import { samplePerson, teamOf } from '../../support/sample-person.ts';

const NOON = berlin('2026-11-17T12:00');

const rule: RoutingRule = {
  id: 'rule_1',
  sources: ['Webinar'],
  regions: [],
  mode: 'propose',
  people: [
    { person: ANA, weight: 2 },
    { person: BEN, weight: 1 },
  ],
  cap: 8,
};

const nobodyHasAny = new Map<PersonId, number>();

describe('whose turn it is', () => {
  it('goes round by weight, without runs', () => {
    expect(take(6).order).toEqual([ANA, BEN, ANA, ANA, BEN, ANA]);
  });

  it('gives everybody their share, whatever the weights, at every moment', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 120 }), (each, turns) => {
        const people = each.map((weight, n) => ({ person: `U_${n}` as PersonId, weight }));
        const total = each.reduce((sum, weight) => sum + weight, 0);
        const got = new Map<string, number>();
        let turn: Turn = {};
        for (let n = 0; n < turns; n++) {
          const choice = choose({ ...rule, people }, { turn, open: nobodyHasAny, team: SETTINGS, now: NOON });
          turn = choice.turn;
          got.set(choice.person!, (got.get(choice.person!) ?? 0) + 1);
        }
        for (const { person, weight } of people) {
          expect(Math.abs((got.get(person) ?? 0) - (turns * weight) / total)).toBeLessThan(people.length);
        }
      }),
    );
  });

  it('passes over who is on leave, outside their hours, gone or has enough, and says so', () => {
    const people = [ANA, BEN, MAX, 'U_KIM' as PersonId].map((person) => ({ person, weight: 1 }));
    const team = teamOf(
      samplePerson(ANA),
      samplePerson(BEN, { leave: [{ from: '2026-11-16', to: '2026-11-20' }] }),
      samplePerson(MAX, { timezone: 'America/New_York' }),
      samplePerson('U_KIM' as PersonId, { isActive: false }),
    );
    const some = { ...rule, people };
    const now = NOON;
    const first = choose(some, { turn: {}, open: new Map([[ANA, 3]]), team, now });
    const names = { ...PLAIN, person: (id: string | null) => `@${id?.slice(2).toLowerCase()}` };
    expect(sayTurn(turnNote(sampleLead(), { rule: some, choice: first }), names)).toBe(
      '@ana: next in turn for Webinar, 3 open of 8; @ben is on leave; @max is outside of working hours; @kim has no account any more',
    );
    const none = choose(some, { turn: {}, open: new Map([[ANA, 8]]), team, now });
    expect(none.person).toBeNull();
    expect(sayTurn(turnNote(sampleLead(), { rule: some, choice: none }), names)).toContain(
      'nobody is there for Webinar; @ana has as many as the rule allows',
    );
  });

  it('passes over who may own nothing: an app, a guest, somebody of another company', () => {
    const unfit = [
      { isBot: true },
      { account: 'guest' },
      { team: 'T_AGENCY' },
      { account: 'nobody' },
    ] as const;
    for (const changes of unfit) {
      const team = teamOf(samplePerson(BEN, changes));
      const { passed } = choose(rule, { turn: {}, open: nobodyHasAny, team, now: NOON });
      expect(passed).toEqual([{ person: BEN, why: 'barred' }]);
      expect(new Set(take(4, team).order)).toEqual(new Set([ANA]));
    }
  });

  it('saves nothing up for who was away', () => {
    const away = teamOf(samplePerson(BEN, { leave: [{ from: '2026-11-16', to: '2026-11-20' }] }));
    const meanwhile = take(50, away);
    expect(new Set(meanwhile.order)).toEqual(new Set([ANA]));
    expect(take(6, SETTINGS, meanwhile.turn).order.filter((person) => person === BEN)).toHaveLength(2);
  });

  it('is by the first rule that fits source and region, whatever the capitals', () => {
    const south = { ...rule, id: 'south', sources: [], regions: ['Bavaria'] };
    const rest = { ...rule, id: 'rest', sources: [] };
    const routing = { rules: [south, rule, rest] };
    const ruleOf = (changes: Parameters<typeof sampleLead>[0]) => ruleFor(sampleLead(changes), routing)?.id;
    expect(ruleOf({ region: 'bavaria ' })).toBe('south');
    expect(ruleOf({ source: 'WEBINAR' })).toBe('rule_1');
    expect(ruleOf({ source: null })).toBe('rest');
    expect(ruleOf({ isTest: true })).toBeUndefined();
    expect(ruleOf({ cardChannel: null })).toBeUndefined();
    expect(ruleFor(sampleLead(), { rules: [] })).toBeNull();
    const crm = { rules: [{ ...rule, id: 'crm', sources: ['hubspot'] }] };
    const spelled = { source: 'HubSpot: Paid search', campaign: null };
    expect(ruleFor({ ...sampleLead({ source: 'Google Ads' }), spelled }, crm)?.id).toBe('crm');
    expect(ruleFor(sampleLead({ source: 'Google Ads' }), crm)).toBeNull();
  });
});

function take(turns: number, team = SETTINGS, turn: Turn = {}): { order: (PersonId | null)[]; turn: Turn } {
  const order: (PersonId | null)[] = [];
  let held = turn;
  for (let n = 0; n < turns; n++) {
    const choice = choose(rule, { turn: held, open: nobodyHasAny, team, now: NOON });
    order.push(choice.person);
    held = choice.turn;
  }
  return { order, turn: held };
}
