import { expect, it } from 'vitest';
import { fillIn } from '../../../src/domain/web-form/fill-in.ts';
import type { Meanings } from '../../../src/domain/web-form/web-form.ts';
import { MIA } from '../../support/people.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const MEANINGS: Meanings = {
  f1: 'firstName',
  f2: 'lastName',
  f3: 'email',
  f4: 'company',
  f5: 'other',
  f6: 'left_out',
};
const FIELDS = {
  f1: 'Dana',
  f2: 'Whitfield',
  f3: 'dana@harbour.example',
  f4: 'Harbour',
  f5: 'blue',
  f6: 'red',
};

const read = (fact: string, text: string) => (fact === 'email' && !text.includes('@') ? null : text);
const asked = { meanings: MEANINGS, read, by: MIA, now: 5, mended: new Set<string>() };
const EMPTY = { name: null, email: null, phone: null, company: null };

it('What is empty is filled, and what was used is no other answer any more', () => {
  const move = fillIn(sampleLead({ ...EMPTY, fields: FIELDS }), asked);
  expect(move?.lead).toMatchObject({
    name: 'Dana Whitfield',
    email: 'dana@harbour.example',
    company: 'Harbour',
  });
  expect(move?.lead.fields).toEqual({ f5: 'blue', f6: 'red' });
  expect(move?.event).toMatchObject({ kind: 'changed_there', actor: MIA, at: 5 });
});

it('What is there stays, and so does what somebody has emptied', () => {
  const lead = sampleLead({ ...EMPTY, name: 'D. W.', fields: FIELDS });
  const move = fillIn(lead, { ...asked, mended: new Set(['company']) });
  expect(move?.lead).toMatchObject({ name: 'D. W.', company: null, email: 'dana@harbour.example' });
  expect(move?.lead.fields).toMatchObject({ f1: 'Dana', f2: 'Whitfield', f4: 'Harbour' });
});

it('An answer that is nothing of the kind fills nothing, and neither does a question that nobody has explained', () => {
  const lead = sampleLead({ ...EMPTY, fields: { f3: 'ask my colleague', constructor: 'x', f9: 'y' } });
  expect(fillIn(lead, asked)).toBeNull();
});
