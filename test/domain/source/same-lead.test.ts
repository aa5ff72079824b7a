import { expect, it } from 'vitest';
import { isSamePerson, isVisiblyAnother } from '../../../src/domain/source/same-lead.ts';

const DANA = { email: 'dana@harbour.example', phone: '+4930111' };

it('The same e-mail address or the same phone number is the same person', () => {
  expect(isSamePerson(DANA, { email: 'dana@harbour.example', phone: null })).toBe(true);
  expect(isSamePerson(DANA, { email: 'other@harbour.example', phone: '+4930111' })).toBe(true);
  expect(isSamePerson(DANA, { email: null, phone: null })).toBe(false);
  expect(isSamePerson({ email: null, phone: null }, { email: null, phone: null })).toBe(false);
});

it('Somebody is visibly another where both say who they are', () => {
  expect(isVisiblyAnother(DANA, { email: 'bo@two.example', phone: null })).toBe(true);
  expect(isVisiblyAnother(DANA, { email: 'bo@two.example', phone: '+4930111' })).toBe(false);
  expect(isVisiblyAnother(DANA, { email: null, phone: null })).toBe(false);
});
