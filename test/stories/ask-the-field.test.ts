import { describe, expect, it } from 'vitest';
import type { Message } from '../../emulator/workspace/messages.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, FIELD, LEADS, MARKETING, MAX, MIA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const PNG = Buffer.from('iVBORw0KGgo=', 'base64');

/** What everybody sees in a channel once all is sent, oldest first. */
async function shownIn(world: World, channel: string): Promise<Message[]> {
  await world.settle();
  return world.emulator.workspace.messages.in(channel).filter(({ onlyFor }) => onlyFor === undefined);
}

async function askAnaAndBen({ emulator }: World): Promise<void> {
  const mia = emulator.as(MIA);
  await mia.command('/insight', 'case study about month-end close');
  const modal = await mia.openModal('insight_ask_modal');
  const values = { purpose: 'the hospitality page', people: [ANA, BEN] };
  expect(await mia.submit(modal, values)).toEqual({ result: 'closed' });
}

async function tellAna(world: World): Promise<void> {
  const ana = world.emulator.as(ANA);
  await world.settle();
  const [request] = ana.directMessage().messages;
  await ana.click(request!, 'Tell the story');
  const modal = await ana.openModal('story_tell_modal');
  const picture = ana.upload('lobby.png', PNG);
  const told = await ana.submit(modal, {
    customer: 'Pier Inns & <!channel>',
    whatWeDid: 'We connected their banks.',
    number: '2',
    unit: 'days',
    baseline: '9',
    files: [picture.id],
    granted: ['quote', 'logo'],
    evidence: 'E-mail of 3 May',
  });
  expect(told).toEqual({ result: 'closed' });
}

const hasPicture = ({ blocks }: Message) => blocks.some(({ type }) => type === 'image');

describe('marketing asks the field', () => {
  it.each(['socket', 'http'] as const)(
    'and gets a case study back over %s, from /insight to the published link',
    async (mode) => {
      const w = await startWorld({ mode });
      await askAnaAndBen(w);
      const [post] = await shownIn(w, FIELD);
      expect(post!.text).toBe(
        '<@U_MIA> asks the field for a case study about month-end close, by Tue 24 Nov.',
      );
      await tellAna(w);

      const [card] = await shownIn(w, MARKETING);
      expect(card!.text).toContain('Pier Inns &amp; &lt;!channel&gt;: 2 days instead of 9');
      expect(hasPicture(card!)).toBe(true);
      const mia = w.emulator.as(MIA);
      await mia.click(card!, 'Accept');
      await shownIn(w, MARKETING);
      await mia.click(card!, 'Publish');
      const publishing = await mia.openModal('story_publish_modal');
      expect(JSON.stringify(publishing.blocks)).toContain('Not permitted today:');
      expect(await mia.submit(publishing, { note: 'https://example.com/pier', unpermitted: 'used' })).toEqual(
        {
          result: 'errors',
          errors: { reason: 'Why could it not wait? A manager reads this.' },
        },
      );
      const link = { note: 'https://example.com/pier', unpermitted: 'left_out' };
      expect(await mia.submit(publishing, link)).toEqual({ result: 'closed' });

      const thread = (await shownIn(w, FIELD)).filter(
        ({ threadTs, ts }) => threadTs === post!.ts && post!.ts !== ts,
      );
      expect(thread.map(({ text }) => text.replace(/ Allowed: .*/, ''))).toEqual([
        '<@U_MIA>, <@U_ANA> told one: *Pier Inns &amp; &lt;!channel&gt;: 2 days instead of 9*.',
        '<@U_MIA> takes the story of <@U_ANA>: *Pier Inns &amp; &lt;!channel&gt;: 2 days instead of 9*. Thank you.',
        'Published: <https://example.com/pier|Pier Inns &amp; &lt;!channel&gt;: 2 days instead of 9>. Thank you, <@U_ANA>.',
      ]);
      expect(textOf(post!)).toContain('https://example.com/pier');
      expect(buttonsOf(post!)).toEqual([]);
      expect(w.emulator.as(ANA).directMessage().messages.at(-1)!.text).toContain('published your story');
    },
  );

  it('and is led on to somebody who knows, and hears who can’t help', async () => {
    const w = await startWorld();
    await askAnaAndBen(w);
    const [post] = await shownIn(w, FIELD);
    const [ana, ben] = [w.emulator.as(ANA), w.emulator.as(BEN)];
    await ben.click(post!, 'Can’t help');
    await ana.click(post!, 'I know who');
    const modal = await ana.openModal('insight_knows_who_modal');
    expect(await ana.submit(modal, { named: ANA })).toMatchObject({
      errors: { named: 'That is you: choose Tell the story instead.' },
    });
    expect(await ana.submit(modal, { named: MAX })).toEqual({ result: 'closed' });
    const lines = (await shownIn(w, FIELD)).slice(1).map(({ text }) => text);
    expect(lines).toEqual([
      '<@U_MIA>, <@U_BEN> can’t help with this one.',
      '<@U_MIA>, <@U_ANA> says <@U_MAX> would know. I have asked them.',
    ]);
    expect(w.emulator.as(MAX).directMessage().messages[0]!.text).toContain(
      '<@U_ANA> says that you would know',
    );
  });

  it('and asks back; the teller tells more of the same story', async () => {
    const w = await startWorld();
    await askAnaAndBen(w);
    await tellAna(w);
    const [card] = await shownIn(w, MARKETING);
    const [mia, ana] = [w.emulator.as(MIA), w.emulator.as(ANA)];
    await mia.click(card!, 'Ask back');
    await mia.submit(await mia.openModal('story_ask_back_modal'), { note: 'Which banks?' });
    await shownIn(w, MARKETING);
    await ana.click(ana.directMessage().messages.at(-1)!, 'Tell more');
    const modal = await ana.openModal('story_tell_modal');
    expect(textOf(modal)).toContain('Which banks?');
    expect(await ana.submit(modal, { whatWeDid: 'All three of their banks.' })).toEqual({ result: 'closed' });
    await shownIn(w, MARKETING);
    expect(textOf(card!)).toContain('All three of their banks.');
    expect(hasPicture(card!)).toBe(true);
  });

  it('and a late or forbidden click is answered to the clicker alone', async () => {
    const w = await startWorld();
    await askAnaAndBen(w);
    const [post] = await shownIn(w, FIELD);
    await tellAna(w);
    const [card] = await shownIn(w, MARKETING);
    const [mia, ben] = [w.emulator.as(MIA), w.emulator.as(BEN)];
    await ben.click(card!, 'Accept');
    await w.emulator.waitFor(() => ben.ephemerals(MARKETING).length === 1);
    expect(ben.ephemerals(MARKETING)[0]!.text).toBe(
      'Only <@U_MIA> or a marketer can decide about this story.',
    );
    await mia.click(card!, 'Accept');
    await ben.click(post!, 'Can’t help');
    await w.emulator.waitFor(() => ben.ephemerals(FIELD).length === 1);
    expect(ben.ephemerals(FIELD)[0]!.text).toContain('<@U_MIA> has what was asked for here.');
  });

  it('and a modal that was open while the story moved says so', async () => {
    const w = await startWorld();
    await askAnaAndBen(w);
    await tellAna(w);
    const [card] = await shownIn(w, MARKETING);
    const mia = w.emulator.as(MIA);
    await mia.click(card!, 'Decline');
    const modal = await mia.openModal('story_decline_modal');
    await mia.click(card!, 'Accept');
    expect(await mia.submit(modal, { note: 'Too small for us.' })).toMatchObject({ result: 'updated' });
    expect(textOf(mia.topModal()!)).toContain('This story was accepted already.');
    expect(buttonsOf((await shownIn(w, MARKETING))[0]!)).toEqual(['Publish']);
  });

  it('and finds each wrong answer beside its field', async () => {
    const w = await startWorld();
    const mia = w.emulator.as(MIA);
    await mia.command('/insight');
    const ask = await mia.openModal('insight_ask_modal');
    const late = { kind: 'photo', topic: 'the lobby', purpose: 'the page', dueDate: '2026-11-16' };
    expect(await mia.submit(ask, late)).toEqual({
      result: 'errors',
      errors: { dueDate: 'Choose today or a later day.' },
    });
    expect(await mia.submit(ask, { dueDate: '2026-11-17' })).toEqual({ result: 'closed' });
    const [post] = await shownIn(w, FIELD);
    await mia.click(post!, 'Tell the story');
    const telling = await mia.openModal('story_tell_modal');
    const answers = { customer: 'Pier Inns', unit: 'days', granted: ['logo'], refused: ['logo'] };
    expect(await mia.submit(telling, answers)).toMatchObject({
      errors: { number: 'Which number? Or leave all four empty.' },
    });
    expect(await mia.submit(telling, { unit: null, whatWeDid: 'Much.' })).toMatchObject({
      errors: {
        refused: 'Marked as allowed above and refused here: logo.',
        evidence: 'Say how we know, or who allowed it below.',
      },
    });
  });

  it('and a won lead’s card leads straight to its story', async () => {
    const w = await startWorld();
    const answer = await w.post('/api/leads', {
      source: 'Webinar',
      externalId: 'w1',
      company: 'Harbour Hotels',
    });
    expect(answer.status).toBe(201);
    await w.post('/api/outcomes', { externalId: 'w1', outcome: 'won' });
    const [leadCard] = await shownIn(w, LEADS);
    const ana = w.emulator.as(ANA);
    await ana.click(leadCard!, 'Tell the story');
    const modal = await ana.openModal('story_tell_modal');
    expect(await ana.submit(modal, { whatWeDid: 'We listened.' })).toEqual({ result: 'closed' });
    const [card] = await shownIn(w, MARKETING);
    expect(card!.text).toBe('<@U_ANA> told a story: Harbour Hotels: We listened. It waits to be read.');
  });
});
