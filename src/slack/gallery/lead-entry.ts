import { readMessage } from '../../reading/lead/read-message.ts';
import { entryModal } from '../views/lead/entry-modal.ts';
import { fromMessageModal } from '../views/lead/from-message-modal.ts';
import { madeFromMessage } from '../views/lead/made-from-message.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { sampleLives } from './sample-leads.ts';

const PLACE = {
  channel: 'C_FIELD',
  ts: '1794921300.000100',
  threadTs: '1794921300.000100',
  domain: 'sample',
};

/** The ways in that begin in Slack: `/lead`, and the menu of a message. */
export function leadEntryEntries(said: Said): GalleryEntry[] {
  const first = { entryId: 'entry_1', channel: 'C_FIELD', claims: true };
  const source = said('Fair Berlin');
  const lead = {
    ...sampleLives(said).new.lead,
    fields: { 'Slack message': 'https://sample.slack.com/archives/C1/p1' },
  };
  const text = `Met ${said('Dana Whitfield')} of ${said('Harbour Hotels')}, dana@harbour.example`;
  const prefill = { ...readMessage(text), message: said('They run 14 properties.') };
  const told = {
    ...{
      ...prefill,
      title: said('CTO'),
      segment: said('Hotels'),
      region: said('DACH'),
      companySize: said('200'),
    },
    ...{ campaign: said('Autumn'), receivedAt: 1_794_921_300_000 },
  };
  return [
    { name: 'lead by hand, the first of the day', modal: entryModal({ ...first, source: null }) },
    { name: 'lead by hand, written behind the command', modal: entryModal({ ...first, source, prefill }) },
    {
      name: 'lead by hand, the next visitor',
      modal: entryModal({
        ...first,
        source,
        last: { lead: sampleLives(said).new.lead, savedToday: 3 },
      }),
    },
    {
      name: 'lead by hand, refused',
      modal: entryModal({ ...first, source, notice: 'Tango cannot save at the moment.' }),
    },
    { name: 'message to lead', modal: fromMessageModal({ place: PLACE, source, prefill }) },
    {
      name: 'message to lead, of a whole form',
      modal: fromMessageModal({ place: PLACE, source, prefill: told }),
    },
    {
      name: 'message to lead, made one meanwhile',
      modal: fromMessageModal({
        place: { ...PLACE, domain: null },
        source,
        prefill,
        notice: '<@U_BEN> has made this message a lead already.',
      }),
    },
    { name: 'line under a message, before the card', message: madeFromMessage({ lead, url: null }) },
    {
      name: 'line under a message',
      message: madeFromMessage({ lead, url: 'https://sample.slack.com/archives/C_LEADS/p1794921301000200' }),
    },
  ];
}
