import { readMessage } from '../../domain/lead/read-message.ts';
import { jotModal } from '../views/lead/jot-modal.ts';
import { messageLead } from '../views/lead/message-lead.ts';
import { messageLeadModal } from '../views/lead/message-lead-modal.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { sampleLives } from './sample-leads.ts';

const PLACE = {
  channel: 'C_FIELD',
  ts: '1794921300.000100',
  threadTs: '1794921300.000100',
  domain: 'sample',
};

/** The ways in that begin in Slack: `/lead`, and the menu of a message. */
export function jottedEntries(said: Said): GalleryEntry[] {
  const round = { round: 'round_1', channel: 'C_FIELD', claims: true };
  const source = said('Fair Berlin');
  const lead = {
    ...sampleLives(said).new.lead,
    fields: { 'Slack message': 'https://sample.slack.com/archives/C1/p1' },
  };
  const text = `Met ${said('Dana Whitfield')} of ${said('Harbour Hotels')}, dana@harbour.example`;
  const jotting = { ...readMessage(text), message: said('They run 14 properties.') };
  return [
    { name: 'lead by hand, the first of the day', modal: jotModal({ ...round, source: null }) },
    { name: 'lead by hand, written behind the command', modal: jotModal({ ...round, source, jotting }) },
    {
      name: 'lead by hand, the next visitor',
      modal: jotModal({
        ...round,
        source,
        last: { title: said('Dana Whitfield, Harbour Hotels'), savedToday: 3 },
      }),
    },
    {
      name: 'lead by hand, refused',
      modal: jotModal({ ...round, source, notice: 'Tango cannot save at the moment.' }),
    },
    { name: 'message to lead', modal: messageLeadModal({ place: PLACE, source, jotting }) },
    {
      name: 'message to lead, made one meanwhile',
      modal: messageLeadModal({
        place: { ...PLACE, domain: null },
        source,
        jotting,
        notice: '<@U_BEN> has made this message a lead already.',
      }),
    },
    { name: 'line under a message, before the card', message: messageLead({ lead, card: null }) },
    {
      name: 'line under a message',
      message: messageLead({ lead, card: { channel: 'C_LEADS', ts: '1794921301.000200' } }),
    },
  ];
}
