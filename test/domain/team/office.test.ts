import { expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { type GroupId, inOffice, isForsaken, type UserGroup } from '../../../src/domain/team/office.ts';
import type { Person } from '../../../src/domain/team/person.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { SETTINGS } from '../../support/sample-lead.ts';
import { samplePerson } from '../../support/sample-person.ts';

const HEADS = 'S_HEADS' as GroupId;

function team(people: Person[], members: PersonId[] = []) {
  const group: UserGroup = { id: HEADS, handle: 'heads', members, isGone: members.length === 0 };
  return {
    ...SETTINGS,
    people: new Map(people.map((each) => [each.id, each])),
    userGroups: { askedAt: 0, heardAt: null, list: [group] },
  };
}

it('An office is held by those who are named and alive, one by one first, each once', () => {
  const office = { people: [MAX, ANA], groups: [HEADS] };
  const gone = samplePerson(MAX, { isActive: false });
  expect(inOffice(office, team([gone], [ANA, BEN]))).toEqual([ANA, BEN]);
  expect(inOffice(office, team([samplePerson(MAX)], [BEN]))).toEqual([MAX, ANA, BEN]);
});

it('Members of a group who may not act hold nothing, and a group that is gone has none', () => {
  const office = { people: [], groups: [HEADS] };
  const guest = samplePerson(MIA, { account: 'guest' });
  expect(inOffice(office, team([guest], [MIA, BEN]))).toEqual([BEN]);
  expect(inOffice(office, team([]))).toEqual([]);
});

it('is forsaken when somebody was named and nobody of them is left', () => {
  expect(isForsaken({ people: [MAX], groups: [] }, [])).toBe(true);
  expect(isForsaken({ people: [], groups: [HEADS] }, [])).toBe(true);
  expect(isForsaken({ people: [], groups: [] }, [])).toBe(false);
  expect(isForsaken({ people: [MAX], groups: [] }, [MAX])).toBe(false);
});
