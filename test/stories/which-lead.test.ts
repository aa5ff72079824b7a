/** A lead is rejected as a duplicate of which one, and as the wrong person: who would be the right one. */
import { expect, it } from 'vitest';
import { cardsOf, threadOf } from '../support/cards.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MIA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const DANA = {
  source: 'Webinar',
  name: 'Dana Whitfield',
  company: 'Harbour Hotels',
  email: 'dana@harbour.example',
};

/** Ben looks at the second card, in a reject form for this reason. */
async function rejecting(world: World, reason: string, card = 1) {
  const ben = world.emulator.as(BEN);
  await ben.click(cardsOf(world.emulator)[card]!, 'Reject');
  await ben.clickInView(await ben.openModal(), 'reason', { option: reason });
  return { ben, form: ben.topModal()! };
}

for (const mode of ['socket', 'http'] as const) {
  it(`Ben rejects a lead as one that Ana has: it is found by its name, becomes one with hers, and she reads of it, over ${mode}`, async () => {
    const world = await startWorld({ mode });
    await world.post('/api/leads', DANA);
    await world.settle();
    await world.emulator.as(ANA).click(cardsOf(world.emulator)[0]!, 'Claim');
    await world.post('/api/leads', {
      source: 'Fair',
      name: 'Whitfield',
      company: 'Harbour',
      phone: '+44 20 7946 0018',
    });
    await world.settle();

    const { ben, form } = await rejecting(world, 'Duplicate or already a customer');
    expect(await ben.submit(form, {})).toMatchObject({
      result: 'errors',
      errors: { duplicate_of: 'Choose the lead that it is. If it is not in the list, say below who it is.' },
    });
    expect(await ben.suggestions(form, 'duplicate_of', 'nobody')).toEqual([]);
    const [found] = await ben.suggestions(form, 'duplicate_of', 'dana harb');
    expect(found).toMatchObject({
      text: { text: 'Dana Whitfield, Harbour Hotels' },
      description: { text: 'claimed · Webinar · 17 November 2026' },
    });
    await ben.submit(form, { duplicate_of: String(found?.value), note: 'Met her at the fair.' });
    await world.settle();

    const [hers, merged] = cardsOf(world.emulator);
    expect(textOf(merged!)).toContain(`Merged into *Dana Whitfield, Harbour Hotels*, with <@${ANA}>`);
    expect(buttonsOf(merged!)).not.toContain('Claim');
    expect(threadOf(world.emulator, merged!).map(textOf).join('\n')).toContain('> Met her at the fair.');
    expect(textOf(hers!)).toContain(`<@${ANA}> claimed this`);
    expect(threadOf(world.emulator, hers!).map(textOf).join('\n')).toContain(
      `<@${BEN}> merged what came later into it`,
    );
  });

  it(`The wrong person: Mia mends the lead with the right one that Ben has named, over ${mode}`, async () => {
    const world = await startWorld({ mode, firstStart: { marketingChannel: 'C_MARKETING' } });
    await world.post('/api/leads', { ...DANA, title: 'Intern', phone: '+44 20 7946 0018' });
    await world.settle();

    const { ben, form } = await rejecting(world, 'Wrong person, right company', 0);
    expect(
      await ben.submit(form, { right_name: 'Rui Castelo', right_reach: 'ask at the desk' }),
    ).toMatchObject({
      result: 'errors',
      errors: { right_reach: 'Write an e-mail address or a phone number.' },
    });
    const token = '00Q5g00000abcDE';
    const named = await ben.submit(form, { right_name: token, right_reach: 'rui@harbour.example' });
    expect(named).toMatchObject({ errors: { right_name: expect.stringContaining('an id of some program') } });
    await ben.submit(form, { right_name: 'Rui Castelo', right_reach: 'rui@harbour.example' });
    await world.settle();

    const told = world.emulator.workspace.messages.in('C_MARKETING')[0]!;
    expect(textOf(told)).toContain('The right one: Rui Castelo, rui@harbour.example.');
    const mia = world.emulator.as(MIA);
    await mia.click(told, 'Mend and send back');
    const mending = await mia.openModal();
    expect(textOf(mending)).toContain('Until now it was Dana Whitfield, Intern, dana@harbour.example');
    expect(await mia.submit(mending, { name: ` ${token} ` })).toMatchObject({
      errors: { name: expect.stringContaining('an id of some program') },
    });
    await mia.submit(mending, { name: 'Rui Castelo' });
    await world.settle();
    const card = textOf(cardsOf(world.emulator)[0]!);
    expect(card).toContain('*Rui Castelo* · *Harbour Hotels*');
    expect(card).toContain('rui@harbour.example');
    expect(card).not.toContain('7946');
  });
}

it('Whoever is not in the list is said in words: a customer from before Tango', async () => {
  const world = await startWorld();
  await world.post('/api/leads', DANA);
  await world.settle();
  const { ben, form } = await rejecting(world, 'Duplicate or already a customer', 0);
  await ben.submit(form, { note: 'A customer since 2019, not in Tango.' });
  await world.settle();
  expect(textOf(cardsOf(world.emulator)[0]!)).toContain('(A customer since 2019, not in Tango.)');
});

it('The lead that it looks like is chosen already: two taps and done', async () => {
  const world = await startWorld();
  await world.post('/api/leads', DANA);
  await world.post('/api/leads', { ...DANA, source: 'Pricing page' });
  await world.settle();
  const { ben, form } = await rejecting(world, 'Duplicate or already a customer');
  await ben.submit(form);
  await world.settle();
  expect(textOf(cardsOf(world.emulator)[1]!)).toContain('Merged into *Dana Whitfield, Harbour Hotels*');
  expect(world.emulator.workspace.messages.in(LEADS).filter(({ onlyFor }) => onlyFor)).toEqual([]);
});
