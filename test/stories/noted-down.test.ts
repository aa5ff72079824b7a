import { describe, expect, it } from 'vitest';
import type { View } from '../../emulator/workspace/views.ts';
import { cardsOf } from '../support/cards.ts';
import { textOf } from '../support/messages.ts';
import { ANA, BEN, FIELD, LEADS } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

const first = { Source: 'Fair Berlin', Name: 'Dana Whitfield', Company: 'Harbour Hotels' };
const EMAIL = 'dana@harbour.example';

const begunWith = ({ blocks }: View, label: string): unknown => {
  const block = blocks.find((each) => (each.label as { text?: string })?.text === label);
  const begun = block?.element as
    | { initial_value?: string; initial_option?: { text: { text: string } } }
    | undefined;
  return begun?.initial_value ?? begun?.initial_option?.text.text;
};

describe('a rep at a trade-fair stand', () => {
  it('saves visitor after visitor without leaving the window', async () => {
    const world = await startWorld({ mode: 'http' });
    const ana = world.emulator.as(ANA);
    await ana.command('/lead', `Dana Whitfield, Harbour Hotels, ${EMAIL}`, { channel: FIELD });
    const modal = await ana.openModal('lead_entry_modal');
    expect(begunWith(modal, 'Company')).toBe('Harbour Hotels');

    const refused = await ana.submit(modal, { ...first, 'How to reach them': 'at the desk' });
    expect(Object.values((refused as { errors: object }).errors)).toEqual([
      'Write an e-mail address or a phone number.',
    ]);
    expect(await ana.submit(modal, { 'How to reach them': EMAIL })).toMatchObject({ result: 'updated' });
    const next = ana.topModal()!;
    expect(textOf(next)).toContain('Saved: *Dana Whitfield, Harbour Hotels*. 1 today.');
    expect(begunWith(next, 'Source')).toBe('Fair Berlin');
    expect(await ana.submit(next)).toMatchObject({ result: 'errors' });

    const second = { Name: 'Otto Pier', Company: 'Pier Inns', 'How to reach them': '+49 171 234567' };
    expect(await ana.submit(next, second)).toMatchObject({ result: 'updated' });
    expect(textOf(ana.topModal()!)).toContain('Saved: *Otto Pier, Pier Inns*. 2 today.');
    await ana.close(ana.topModal()!);
    await world.settle();
    expect(cardsOf(world.emulator).map(({ text }) => text)).toEqual([
      `Dana Whitfield, Harbour Hotels is claimed by <@${ANA}>.`,
      `Otto Pier, Pier Inns is claimed by <@${ANA}>.`,
    ]);
  });
});

describe('a message that names somebody', () => {
  it('becomes a lead by its menu, once, and its thread says so', async () => {
    const world = await startWorld({ mode: 'socket' });
    const [ana, ben] = [world.emulator.as(ANA), world.emulator.as(BEN)];
    const said = ben.say(FIELD, `Met Dana Whitfield from Harbour Hotels, ${EMAIL}`);
    await ana.messageShortcut('make_lead', said);
    const modal = await ana.openModal('lead_message_modal');
    expect(begunWith(modal, 'Name')).toBe('Dana Whitfield');
    expect(begunWith(modal, 'How to reach them')).toBe(EMAIL);
    expect(await ana.submit(modal, { Source: 'Referral' })).toEqual({ result: 'closed' });
    await world.settle();
    const [card] = cardsOf(world.emulator);
    expect(card!.text).toContain('New lead from Referral: Dana Whitfield, Harbour Hotels.');

    const reply = world.emulator.workspace.messages.in(FIELD).at(-1)!;
    expect(reply.threadTs).toBe(said.ts);
    expect(textOf(reply)).toContain(`is a lead now. Its `);
    await ben.click(reply, 'Show the lead');
    expect(textOf(await ben.openModal('lead_details_modal'))).toContain('Harbour Hotels');
    await ben.close(ben.topModal()!);

    for (const message of [said, card!]) {
      await ben.messageShortcut('make_lead', message);
      expect(textOf(await ben.openModal('notice'))).toContain('This is a lead already');
      await ben.close(ben.topModal()!);
    }
    expect(cardsOf(world.emulator)).toHaveLength(1);
    expect(world.emulator.workspace.messages.in(LEADS).length).toBe(1);
  });
});
