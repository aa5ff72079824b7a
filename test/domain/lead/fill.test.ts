import { describe, expect, it } from 'vitest';
import {
  emptyAgain,
  fill,
  fillingOf,
  isWorkedOnByPerson,
  namesOfFilled,
} from '../../../src/domain/lead/fill.ts';
import { type Lead, type LeadId, NEW_LEAD } from '../../../src/domain/lead/lead.ts';
import type { LeadEvent } from '../../../src/domain/lead/lead-event.ts';
import type { PastMove } from '../../../src/domain/lead/undo.ts';
import { ANA } from '../../support/people.ts';

const AT = Date.UTC(2026, 10, 17);
const LEAD: Lead = {
  ...NEW_LEAD,
  ...{ id: 'L1' as LeadId, source: 'Fair', name: 'Dana', createdAt: AT, receivedAt: AT, cardChannel: null },
  keys: { email: null, phone: null, company: null },
  fields: { Hall: 'B4' },
};

describe('A file that is read better', () => {
  it('fills what is empty, and changes nothing that is there', () => {
    const told = { source: 'Expo', name: 'Rui', phone: '+49 30 1', campaign: 'Spring', receivedAt: AT - 1 };
    const filling = fillingOf(LEAD, { ...told, fields: { Hall: 'C1', Size: 'L' } });
    expect(namesOfFilled(filling!)).toEqual(['phone', 'campaign', 'receivedAt', 'fields.Size']);
    const { lead, event } = fill(LEAD, filling!, AT + 1);
    expect(lead).toMatchObject({ source: 'Fair', name: 'Dana', phone: '+49 30 1', receivedAt: AT - 1 });
    expect(lead.fields).toEqual({ Hall: 'B4', Size: 'L' });
    expect(emptyAgain(lead, event as LeadEvent<'changed_there'>)).toEqual(LEAD);
  });

  it('has nothing to fill where it tells no more', () => {
    expect(fillingOf(LEAD, { source: 'Fair', name: 'Rui', phone: null, fields: { Hall: '' } })).toBeNull();
  });

  it('moves no lead to another day that has a card, or had a day of its own', () => {
    const told = { source: 'Fair', receivedAt: AT - 5 };
    expect(fillingOf({ ...LEAD, cardChannel: 'C1' }, told)).toBeNull();
    expect(fillingOf({ ...LEAD, receivedAt: AT - 9 }, told)).toBeNull();
  });

  it('empties nothing that says something else by now', () => {
    const { lead, event } = fill(LEAD, fillingOf(LEAD, { source: 'Fair', phone: '1' })!, AT);
    expect(emptyAgain({ ...lead, phone: '2' }, event as LeadEvent<'changed_there'>)).toBeNull();
  });

  it('finds work where a person has done anything, and none in what files have told', () => {
    const data = { fields: [], reason: null, was: {} };
    const mended: PastMove = { kind: 'mended', at: AT, actor: ANA, data, before: null };
    expect(isWorkedOnByPerson(LEAD, [mended])).toBe(true);
    expect(isWorkedOnByPerson(LEAD, [{ ...mended, actor: 'import' }])).toBe(false);
    expect(isWorkedOnByPerson({ ...LEAD, mergedInto: 'L2' as LeadId }, [])).toBe(true);
  });
});
