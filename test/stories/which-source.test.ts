/** Where a lead is from is chosen among what is known; a new source is said on purpose and never comes of a typo. */
import { describe, expect, it } from 'vitest';
import type { View } from '../../emulator/workspace/views.ts';
import { cardsOf } from '../support/cards.ts';
import { ANA, BEN, FIELD, LEADS } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

type Choice = { text: { text: string }; value: string };

const titles = (options: unknown[]) => options.map((each) => (each as Choice).text.text);

function sourceMenuOf({ blocks }: View) {
  const block = blocks.find((each) => (each.label as { text?: string })?.text === 'Source');
  return block?.element as { initial_option?: Choice } | undefined;
}

const VISITOR = { Name: 'Otto Pier', Company: 'Pier Inns', 'How to reach them': '+49 171 234567' };

for (const mode of ['socket', 'http'] as const) {
  describe(`a source, over ${mode}`, () => {
    it('is offered to who notes down a lead, a typo comes behind what it may be, and the booth keeps what was said', async () => {
      const world = await startWorld({ mode });
      const [ana, ben] = [world.emulator.as(ANA), world.emulator.as(BEN)];
      for (const source of ['Fair Berlin', 'Webinar'])
        await world.post('/api/leads', { source, name: source });
      await world.settle();
      await ana.command('/lead', 'Dana Whitfield, Harbour Hotels, dana@harbour.example', { channel: FIELD });
      const form = await ana.openModal('lead_entry_modal');
      expect(sourceMenuOf(form)?.initial_option).toBeUndefined();
      const offered = (typed: string, view = form) => ana.suggestions(view, 'source', typed);
      expect(titles(await offered(''))).toEqual(['Fair Berlin', 'Webinar']);
      expect(titles(await offered('fair-berlin'))).toEqual(['Fair Berlin', 'New source: fair-berlin']);
      expect(titles(await offered('Webniar'))).toEqual(['Webinar', 'New source: Webniar']);
      expect(titles(await offered('Fair Berlin'))).toEqual(['Fair Berlin']);
      const [fresh] = (await offered('Hotel *Expo*')) as unknown as Choice[];
      expect(fresh?.text.text).toBe('New source: Hotel *Expo*');

      const refused = await ana.submit(form, {});
      expect(refused).toMatchObject({ result: 'errors' });
      expect(await ana.submit(form, { Source: fresh!.value })).toMatchObject({ result: 'updated' });
      const next = ana.topModal()!;
      expect(sourceMenuOf(next)?.initial_option).toMatchObject({
        text: { text: 'Hotel *Expo*' },
        value: 'Hotel *Expo*',
      });
      expect(titles(await offered('', next))).toEqual(['Hotel *Expo*', 'Fair Berlin', 'Webinar']);
      expect(await ana.submit(next, VISITOR)).toMatchObject({ result: 'updated' });
      await ana.close(ana.topModal()!);
      await world.settle();
      expect(cardsOf(world.emulator).slice(2)).toHaveLength(2);

      const said = ben.say(FIELD, 'Met Rui Castelo from Granite, rui@granite.example');
      await ben.messageShortcut('make_lead', said);
      const message = await ben.openModal('lead_message_modal');
      expect(sourceMenuOf(message)?.initial_option?.value).toBe('Hotel *Expo*');
      const [webinar] = (await ben.suggestions(message, 'source', 'webi')) as unknown as Choice[];
      expect(await ben.submit(message, { Source: webinar!.value })).toEqual({ result: 'closed' });
      await world.settle();
      expect(world.emulator.workspace.messages.in(LEADS).at(-1)!.text).toContain(
        'New lead from Webinar: Rui',
      );
    });
  });
}

it('A form that is refused keeps the new source that was said', async () => {
  const world = await startWorld();
  const ana = world.emulator.as(ANA);
  await ana.command('/lead', '', { channel: FIELD });
  const form = await ana.openModal('lead_entry_modal');
  const [fresh] = (await ana.suggestions(form, 'source', 'Expo')) as unknown as Choice[];
  const filled = { ...VISITOR, Source: fresh!.value };
  expect(await ana.submit(form, { ...filled, 'How to reach them': 'at the desk' })).toMatchObject({
    result: 'errors',
  });
  expect(await ana.submit(ana.topModal()!, filled)).toMatchObject({ result: 'updated' });
  await world.settle();
  expect(cardsOf(world.emulator)).toHaveLength(1);
});

it('What was typed into a form that was open when Tango was updated is its source', async () => {
  const world = await startWorld();
  const ana = world.emulator.as(ANA);
  await ana.command('/lead', '', { channel: FIELD });
  const typed = { type: 'plain_text_input', value: ' Fair   Berlin ' };
  expect(
    await ana.submit(await ana.openModal('lead_entry_modal'), { ...VISITOR, Source: typed }),
  ).toMatchObject({
    result: 'updated',
  });
  expect(sourceMenuOf(ana.topModal()!)?.initial_option?.value).toBe('Fair Berlin');
});
