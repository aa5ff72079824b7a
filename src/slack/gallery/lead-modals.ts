import { FIRST_DEFINITION } from '../../domain/definition/definition.ts';
import { movedOn } from '../../domain/lead/refusals.ts';
import { refuse, refuseField } from '../../domain/refusals.ts';
import { FIRST_REASONS } from '../../domain/reject-reason/reject-reason.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { MRKDWN } from '../views/kit/voice.ts';
import { assignModal } from '../views/lead/assign-modal.ts';
import { closeModal } from '../views/lead/close-modal.ts';
import { detailsModal } from '../views/lead/details-modal.ts';
import { mendModal } from '../views/lead/mend-modal.ts';
import { qualifyModal } from '../views/lead/qualify-modal.ts';
import { rejectModal } from '../views/lead/reject-modal.ts';
import { snoozeModal } from '../views/lead/snooze-modal.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { reasonOf, sampleLives } from './sample-leads.ts';
import { ARRIVED, MAX, MIA, SETTINGS } from './sample-people.ts';

export function leadModalEntries(said: Said): GalleryEntry[] {
  const { new: arrived, claimed, qualified, returned } = sampleLives(said);
  const { currency, timezone } = SETTINGS;
  const definition = { ...FIRST_DEFINITION, signed: { marketing: MIA, sales: MAX, at: ARRIVED } };
  const asked = { lead: claimed.lead, currency, timezone };
  const offered = { lead: claimed.lead, reasons: FIRST_REASONS };
  const late = sayRefusal(
    refuse('lead_not_yours', { owner: claimed.lead.owner, what: 'qualify' }).refusal,
    MRKDWN,
  );
  const often = Array.from({ length: 30 }, () => arrived.lead);
  const reasonLabel = reasonOf('bad_contact_data').label;
  return [
    { name: 'qualify', modal: qualifyModal({ ...asked, definition: FIRST_DEFINITION }) },
    {
      name: 'qualify, something required is missing',
      modal: qualifyModal({
        ...asked,
        definition,
        notice: sayRefusal(
          refuseField('exception', 'exception_needed', { missing: ['Has a need we solve'] }).refusal,
          MRKDWN,
        ),
        asksException: true,
      }),
    },
    {
      name: 'qualify, signed definition, moved meanwhile',
      modal: qualifyModal({ ...asked, definition, notice: late }),
    },
    { name: 'reject', modal: rejectModal({ ...offered, chosen: null }) },
    ...FIRST_REASONS.map(({ code }) => ({
      name: `reject, ${code}`,
      modal: rejectModal({ ...offered, chosen: code }),
    })),
    {
      name: 'reject, duplicate of one that it looks like',
      modal: rejectModal({ ...offered, chosen: 'duplicate', likely: qualified.lead, timezone }),
    },
    { name: 'reject, moved meanwhile', modal: rejectModal({ ...offered, chosen: 'other', notice: late }) },
    ...(['won', 'lost'] as const).map((outcome) => ({
      name: outcome,
      modal: closeModal({
        lead: qualified.lead,
        outcome,
        currencies: [currency, 'USD'],
        today: '2026-11-18',
      }),
    })),
    {
      name: 'won, moved meanwhile',
      modal: closeModal({
        lead: claimed.lead,
        outcome: 'won',
        currencies: [currency],
        today: '2026-11-18',
        notice: sayRefusal(movedOn(qualified.lead).refusal, MRKDWN),
      }),
    },
    { name: 'assign', modal: assignModal({ lead: arrived.lead }) },
    {
      name: 'assign, to somebody who is not at work',
      modal: assignModal({ lead: arrived.lead, timezone, hearsAt: Date.parse('2026-11-18T08:00:00Z') }),
    },
    { name: 'hand over', modal: assignModal({ lead: claimed.lead, notice: late }) },
    { name: 'snooze', modal: snoozeModal({ lead: claimed.lead, tomorrow: '2026-11-18' }) },
    { name: 'mend', modal: mendModal({ lead: returned.lead, reasonLabel }) },
    {
      name: 'mend, the right person is named',
      modal: mendModal({
        lead: returned.lead,
        reasonLabel: reasonOf('wrong_person').label,
        right: { name: said('Rui Castelo'), email: 'rui@harbour.example', phone: null },
      }),
    },
    {
      name: 'everything about a lead',
      modal: detailsModal({ ...returned, reasonLabel, timezone }),
    },
    {
      name: 'everything about an old lead out of a file',
      modal: detailsModal({
        ...returned,
        lead: { ...returned.lead, cardChannel: null },
        reasonLabel,
        timezone,
      }),
    },
    {
      name: 'everything about a lead, the second page of three',
      modal: detailsModal({ ...returned, merged: often, reasonLabel, timezone, page: 1 }),
    },
  ];
}
