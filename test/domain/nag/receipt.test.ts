import { describe, expect, it } from 'vitest';
import { HERE, onDuty } from '../../../src/domain/nag/receipt.ts';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { berlin } from '../../support/berlin.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { SETTINGS } from '../../support/sample-lead.ts';
import { samplePerson } from '../../support/sample-person.ts';

const NOON = berlin('2026-11-17T12:00');
const DAY = 86_400_000;

function called(...people: ReturnType<typeof samplePerson>[]) {
  const settings = { ...SETTINGS, people: new Map(people.map((person) => [person.id, person])) };
  return (now = NOON) => onDuty(settings, now);
}

describe('who is called about a lead that nobody has', () => {
  it('is the reps who have moved one within 30 days and are at work', () => {
    const ana = samplePerson(ANA, { movedAt: NOON - 29 * DAY });
    const ben = samplePerson(BEN, { movedAt: NOON - 31 * DAY });
    const max = samplePerson(MAX, { movedAt: NOON });
    expect(called(ana, ben, max)()).toEqual([ANA]);
    expect(called(ana)(berlin('2026-11-17T22:00'))).toEqual([HERE]);
  });

  it('is everybody where nobody is known, or more than eight would be named', () => {
    const many = Array.from({ length: 9 }, (_, n) => samplePerson(`U_${n}` as PersonId, { movedAt: NOON }));
    expect(called()()).toEqual([HERE]);
    expect(called(...many)()).toEqual([HERE]);
    expect(called(...many.slice(1))()).toHaveLength(8);
  });
});
