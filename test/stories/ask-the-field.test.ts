import { describe, expect, it, onTestFinished } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';
import type { Message } from '../../emulator/workspace/messages.ts';
import { createLogger } from '../../src/logger.ts';
import { type Running, start } from '../../src/main.ts';
import { insertLeads } from '../../src/store/lead.ts';
import { announce } from '../../src/store/outbox.ts';
import { berlin } from '../support/berlin.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { UNPACED } from '../support/outbox-world.ts';
import { ANA, BEN, FIELD, LEADS, MARKETING, MAX, MIA, SCORECARD } from '../support/people.ts';
import { sampleLead } from '../support/sample-lead.ts';

const NOW = berlin('2026-11-20T10:00');
const PNG = Buffer.from('iVBORw0KGgo=', 'base64');

interface World {
  emulator: Emulator;
  tango: Running;
  /** Sends what waits to be sent, and returns what everybody sees in a channel, oldest first. */
  shownIn(channel: string): Promise<Message[]>;
}

async function world(): Promise<World> {
  const clock = { now: () => NOW };
  const emulator = await startEmulator({ mode: 'socket', clock });
  const { bot: botToken, app: appToken } = emulator.tokens;
  const tango = await start(
    {
      slack: { botToken, mode: { kind: 'socket', appToken }, apiUrl: emulator.apiUrl },
      databaseUrl: await testDatabaseUrl('sqlite'),
      http: { host: '127.0.0.1', port: 0, intakeToken: null },
      firstStart: {
        leadsChannel: LEADS,
        fieldChannel: FIELD,
        marketingChannel: MARKETING,
        scorecardChannel: SCORECARD,
        managers: [MAX],
        marketers: [MIA],
        timezone: 'Europe/Berlin',
        currency: 'EUR',
      },
      logLevel: 'silent',
    },
    { clock, log: createLogger('silent'), timings: UNPACED, isDrivenByHand: true },
  );
  onTestFinished(async () => {
    await tango.stop();
    await emulator.stop();
  });
  await tango.slackStarted;
  return {
    emulator,
    tango,
    shownIn: async (channel) => {
      await tango.outbox.drain(NOW);
      return emulator.workspace.messages.in(channel).filter(({ onlyFor }) => onlyFor === undefined);
    },
  };
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
  await world.shownIn(FIELD);
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

describe('marketing asks the field', () => {
  it('and gets a case study back, from /insight to the published link', async () => {
    const w = await world();
    await askAnaAndBen(w);
    const [post] = await w.shownIn(FIELD);
    expect(post!.text).toBe('<@U_MIA> asks the field for a case study about month-end close, by Fri 27 Nov.');
    await tellAna(w);

    const [card] = await w.shownIn(MARKETING);
    expect(card!.text).toContain('Pier Inns &amp; &lt;!channel&gt;: 2 days instead of 9');
    expect(card!.blocks.some(({ type }) => type === 'image')).toBe(true);
    const mia = w.emulator.as(MIA);
    await mia.click(card!, 'Accept');
    await w.shownIn(MARKETING);
    await mia.click(card!, 'Publish');
    const publishing = await mia.openModal('story_publish_modal');
    expect(await mia.submit(publishing, { note: 'https://example.com/pier' })).toEqual({ result: 'closed' });

    const thread = (await w.shownIn(FIELD)).filter(({ threadTs }) => threadTs === post!.ts);
    expect(thread.map(({ text }) => text.replace(/ Allowed: .*/, ''))).toEqual([
      '<@U_MIA>, <@U_ANA> told one: *Pier Inns &amp; &lt;!channel&gt;: 2 days instead of 9*.',
      '<@U_MIA> takes the story of <@U_ANA>: *Pier Inns &amp; &lt;!channel&gt;: 2 days instead of 9*. Thank you.',
      'Published: <https://example.com/pier|Pier Inns &amp; &lt;!channel&gt;: 2 days instead of 9>. Thank you, <@U_ANA>.',
    ]);
    expect(JSON.stringify(post!.blocks)).toContain('https://example.com/pier');
    expect(post!.blocks.some(({ type }) => type === 'actions')).toBe(false);
    expect(w.emulator.as(ANA).directMessage().messages.at(-1)!.text).toContain('published your story');
  });

  it('and is led on to somebody who knows, and hears who can’t help', async () => {
    const w = await world();
    await askAnaAndBen(w);
    const [post] = await w.shownIn(FIELD);
    const [ana, ben] = [w.emulator.as(ANA), w.emulator.as(BEN)];
    await ben.click(post!, 'Can’t help');
    await ana.click(post!, 'I know who');
    const modal = await ana.openModal('insight_knows_who_modal');
    expect(await ana.submit(modal, { named: ANA })).toMatchObject({
      errors: { named: 'That is you: choose Tell the story instead.' },
    });
    expect(await ana.submit(modal, { named: MAX })).toEqual({ result: 'closed' });
    const lines = (await w.shownIn(FIELD)).slice(1).map(({ text }) => text);
    expect(lines).toEqual([
      '<@U_MIA>, <@U_BEN> can’t help with this one.',
      '<@U_MIA>, <@U_ANA> says <@U_MAX> would know. I have asked them.',
    ]);
    expect(w.emulator.as(MAX).directMessage().messages[0]!.text).toContain(
      '<@U_ANA> says that you would know',
    );
  });

  it('and asks back; the teller tells more of the same story', async () => {
    const w = await world();
    await askAnaAndBen(w);
    await tellAna(w);
    const [card] = await w.shownIn(MARKETING);
    const [mia, ana] = [w.emulator.as(MIA), w.emulator.as(ANA)];
    await mia.click(card!, 'Ask back');
    await mia.submit(await mia.openModal('story_ask_back_modal'), { note: 'Which banks?' });
    await w.shownIn(MARKETING);
    await ana.click(ana.directMessage().messages.at(-1)!, 'Tell more');
    const modal = await ana.openModal('story_tell_modal');
    expect(JSON.stringify(modal.blocks)).toContain('Which banks?');
    expect(await ana.submit(modal, { whatWeDid: 'All three of their banks.' })).toEqual({ result: 'closed' });
    await w.shownIn(MARKETING);
    expect(JSON.stringify(card!.blocks)).toContain('All three of their banks.');
    expect(card!.blocks.some(({ type }) => type === 'image')).toBe(true);
  });

  it('and a late or forbidden click is answered to the clicker alone', async () => {
    const w = await world();
    await askAnaAndBen(w);
    const [post] = await w.shownIn(FIELD);
    await tellAna(w);
    const [card] = await w.shownIn(MARKETING);
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

  it('and finds each wrong answer beside its field', async () => {
    const w = await world();
    const mia = w.emulator.as(MIA);
    await mia.command('/insight');
    const ask = await mia.openModal('insight_ask_modal');
    const late = { kind: 'photo', topic: 'the lobby', purpose: 'the page', dueDate: '2026-11-19' };
    expect(await mia.submit(ask, late)).toEqual({
      result: 'errors',
      errors: { dueDate: 'Choose today or a later day.' },
    });
    expect(await mia.submit(ask, { dueDate: '2026-11-20' })).toEqual({ result: 'closed' });
    const [post] = await w.shownIn(FIELD);
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
    const w = await world();
    const lead = sampleLead({ state: 'won', owner: ANA, closedAt: NOW, cardChannel: LEADS });
    await w.tango.ctx.db.transaction(async (tx) => {
      await insertLeads(tx, [lead]);
      await announce(tx, { kind: 'lead_card', ref: lead.id, target: LEADS }, { id: 'card', now: NOW });
    });
    const [leadCard] = await w.shownIn(LEADS);
    const ana = w.emulator.as(ANA);
    await ana.click(leadCard!, 'Tell the story');
    const modal = await ana.openModal('story_tell_modal');
    expect(await ana.submit(modal, { whatWeDid: 'We listened.' })).toEqual({ result: 'closed' });
    const [card] = await w.shownIn(MARKETING);
    expect(card!.text).toBe('<@U_ANA> told a story: Harbour Hotels: We listened. It waits to be read.');
  });
});
