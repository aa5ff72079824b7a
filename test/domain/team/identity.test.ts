import { describe, expect, it } from 'vitest';
import { exclusionOf, isFromElsewhere, type Workspace } from '../../../src/domain/team/identity.ts';
import type { Person } from '../../../src/domain/team/person.ts';
import { ANA } from '../../support/people.ts';
import { samplePerson, TEAM } from '../../support/sample-person.ts';

const OURS: Workspace = { team: TEAM, enterprise: null };
const GRID: Workspace = { team: TEAM, enterprise: 'E_OURS' };
const AGENCY = { team: 'T_AGENCY', enterprise: null };
const NONE = { guests: false, connected: false };

const person = (changes: Partial<Person>) => samplePerson(ANA, changes);
const why = (changes: Partial<Person>, question: Partial<Parameters<typeof exclusionOf>[1]> = {}) =>
  exclusionOf(person(changes), { workspace: OURS, admitted: NONE, ...question });

describe('who may act', () => {
  it('is a member, whatever is set, and nobody else while nothing is set', () => {
    expect(why({})).toBeNull();
    expect(why({ account: 'guest' })).toBe('guest');
    expect(why(AGENCY)).toBe('outsider');
    expect(why({ account: 'stranger' })).toBe('outsider');
    expect(why({ isActive: false })).toBe('deactivated');
    expect(why({ isBot: true })).toBe('bot');
    expect(why({ account: 'nobody' })).toBe('nobody');
  });

  it('is also whom a setting lets in: guests by the one, people of connected companies by the other', () => {
    const guests = { admitted: { guests: true, connected: false } };
    const connected = { admitted: { guests: false, connected: true } };
    expect([why({ account: 'guest' }, guests), why(AGENCY, guests)]).toEqual([null, 'outsider']);
    expect([why({ account: 'guest' }, connected), why(AGENCY, connected)]).toEqual(['guest', null]);
    // A guest of another company's workspace is theirs to admit.
    expect(why({ ...AGENCY, account: 'guest' }, { admitted: { guests: true, connected: true } })).toBeNull();
    const all = { admitted: { guests: true, connected: true } };
    expect([
      why({ isBot: true }, all),
      why({ isActive: false }, all),
      why({ account: 'nobody' }, all),
    ]).toEqual(['bot', 'deactivated', 'nobody']);
  });
});

describe('what is ours', () => {
  it('is one workspace, or all of the same organisation', () => {
    const sister = { team: 'T_SISTER', enterprise: 'E_OURS' };
    expect(why(sister, { workspace: GRID })).toBeNull();
    expect(why(sister)).toBe('outsider');
    expect(why({ team: 'T_SISTER', enterprise: 'E_THEIRS' }, { workspace: GRID })).toBe('outsider');
    // Neither belongs to an organisation: that is nothing in common.
    expect(why(AGENCY)).toBe('outsider');
  });

  it('is told by the request where it says more than we know', () => {
    expect(why({}, { said: AGENCY })).toBe('outsider');
    expect(why({ ...AGENCY }, { said: { team: TEAM, enterprise: null } })).toBeNull();
    expect(why({}, { said: { team: null, enterprise: null } })).toBeNull();
    const sister = { team: 'T_SISTER', enterprise: null };
    expect(why({ enterprise: 'E_OURS' }, { said: sister, workspace: GRID })).toBeNull();
    expect(why({ enterprise: null }, { said: sister, workspace: GRID })).toBe('outsider');
    expect(why({}, { said: { ...sister, enterprise: 'E_OURS' }, workspace: GRID })).toBeNull();
  });

  it('is asked of a program as well: it must not come from elsewhere', () => {
    expect(isFromElsewhere({ team: TEAM, enterprise: null }, OURS)).toBe(false);
    expect(isFromElsewhere({ team: null, enterprise: null }, OURS)).toBe(false);
    expect(isFromElsewhere(AGENCY, OURS)).toBe(true);
    expect(isFromElsewhere({ team: 'T_SISTER', enterprise: 'E_OURS' }, GRID)).toBe(false);
  });
});
