/** What closes a modal says where one comes to: back to what lies below, or nowhere. */
import { expect, it } from 'vitest';
import { gallery } from '../../../../src/slack/gallery.ts';
import { MIA } from '../../../support/people.ts';
import { startWorld } from '../../../support/world.ts';

it('No view says by itself that it goes back', () => {
  const closes = gallery().flatMap((entry) => ('modal' in entry ? [entry.modal.close?.text] : []));
  expect(closes.length).toBeGreaterThan(100);
  expect(new Set(closes)).toEqual(new Set(['Cancel', 'Close', 'Done']));
});

it('One that lies on another goes back to it; the first one closes', async () => {
  const world = await startWorld();
  const mia = world.emulator.as(MIA);
  await mia.command('/tango', 'forms');
  const list = await mia.openModal();
  expect(list.close?.text).toBe('Close');
  await mia.clickInView(list, 'Make an address');
  const form = mia.topModal()!;
  expect([form.callbackId, form.close?.text]).toEqual(['web_form_add_modal', 'Back']);
});
