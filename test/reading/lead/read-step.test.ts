import { expect, it } from 'vitest';
import { readStep } from '../../../src/reading/lead/read-step.ts';

const READER = { now: Date.parse('2026-11-17T13:15:00Z'), timezone: 'Europe/Berlin' };
const read = (given: object) => readStep({ source: 'Flow', ...given }, READER);

it('The step’s own names are the API’s, and numbers are texts', () => {
  expect(read({ company_size: 250, external_id: 7, first_name: 'Dana', last_name: 'Whitfield' })).toEqual({
    lead: { source: 'Flow', companySize: '250', externalId: '7', name: 'Dana Whitfield' },
    ...{ receivedAt: null, fields: {} },
  });
});

it.each([
  ['20.11.2025 10:30', '2025-11-20T09:30:00Z'],
  ['2025-11-20T10:30:00+02:00', '2025-11-20T08:30:00Z'],
  [1_763_631_000, '2025-11-20T09:30:00Z'],
  [45981.5, '2025-11-20T11:00:00Z'],
])('received at %s', (written, iso) => {
  expect(read({ received_at: written }).receivedAt).toBe(Date.parse(iso));
});

it('What is no fact of a lead stays with it: what nobody knows, a date in two ways or yet to come, an id for a name', () => {
  expect(read({ score: 40, tags: ['a', 'b'], received_at: '01/02/2026' }).fields).toEqual({
    ...{ score: '40', tags: 'a, b', received_at: '01/02/2026' },
  });
  expect(read({ received_at: '2027-01-01' })).toMatchObject({
    ...{ receivedAt: null, fields: { received_at: '2027-01-01' } },
  });
  expect(read({ name: '00QKjhgfRtyUiop', email: 'dana@harbour.example' })).toMatchObject({
    ...{ lead: { name: null }, fields: { name: '00QKjhgfRtyUiop' } },
  });
});

it('What its own fields say comes before what the message says, of which nothing is lost then', () => {
  const message = 'Name: Otto Pier\nFirma: Pier Inns\nNachricht: Bitte anrufen';
  expect(read({ message }).lead).toMatchObject({ name: 'Otto Pier', message: 'Bitte anrufen' });
  expect(read({ message, name: 'Dana' }).lead).toMatchObject({ name: 'Dana', company: 'Pier Inns', message });
});

it('One label does not make a form of a sentence', () => {
  const message = 'Question: do you have rooms?\nCompany: yes';
  expect(read({ name: 'Dana', message }).lead).toEqual({ source: 'Flow', name: 'Dana', message });
});
