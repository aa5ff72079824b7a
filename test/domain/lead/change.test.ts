import { expect, it } from 'vitest';
import { change, MEETING_AT, MEETING_CANCELLED } from '../../../src/domain/lead/change.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const lead = { ...sampleLead(), fields: { [MEETING_AT]: '2026-11-20T09:00:00Z' } };
const moved = (at: string) => ({
  what: 'meeting_moved' as const,
  told: { source: 'Calendly', fields: { [MEETING_AT]: at } },
  ...{ meetingAt: Date.parse(at), note: null },
});
const cancelled = {
  what: 'meeting_cancelled' as const,
  told: { source: 'Calendly' },
  meetingAt: null,
  note: 'Ill',
};

it('A meeting that is moved is moved, and known already is no news', () => {
  const later = change(lead, moved('2026-11-21T09:00:00Z'), 5);
  expect(later?.lead.fields).toEqual({ [MEETING_AT]: '2026-11-21T09:00:00Z' });
  expect(later?.event).toMatchObject({ kind: 'changed_there', at: 5 });
  expect(change(lead, moved('2026-11-20T09:00:00Z'), 5)).toBeNull();
});

it('A meeting that is cancelled says why, once, and is on again when it is moved', () => {
  const off = change(lead, cancelled, 5)!.lead;
  expect(off.fields[MEETING_CANCELLED]).toBe('Ill');
  expect(change(off, cancelled, 6)).toBeNull();
  expect(change(off, moved('2026-11-21T09:00:00Z'), 7)?.lead.fields).not.toHaveProperty(MEETING_CANCELLED);
});

it('What is said to have changed is taken over, the rest stays as somebody here may have mended it', () => {
  const told = {
    source: 'HubSpot',
    name: 'Dana Smith',
    email: 'smith@harbour.example',
    fields: { City: 'Kiel' },
  };
  const said = { what: 'facts_changed', told, facts: ['name'], fields: [], fills: false } as const;
  const held = { ...lead, name: 'Dana Whitfield', email: 'dana@harbour.example', title: null };
  const changed = change(held, said, 5);
  expect(changed?.lead).toMatchObject({ name: 'Dana Smith', email: held.email, fields: held.fields });
  expect(changed?.event.data).toMatchObject({
    facts: [{ fact: 'name', was: 'Dana Whitfield', is: 'Dana Smith' }],
  });
  expect(change({ ...held, name: 'Dana Smith' }, said, 5)).toBeNull();
  const filled = change(held, { ...said, told: { ...told, title: 'Owner' }, facts: [], fills: true }, 5);
  expect(filled?.lead).toMatchObject({ name: 'Dana Whitfield', title: 'Owner', fields: { City: 'Kiel' } });
});

it('What was emptied there stays here', () => {
  const told = { source: 'HubSpot', name: null };
  expect(
    change(lead, { what: 'facts_changed', told, facts: ['name'], fields: [], fills: true }, 5),
  ).toBeNull();
});
