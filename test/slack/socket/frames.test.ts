import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFrame } from '../../../src/slack/socket/frames.ts';
import { ANA } from '../../support/people.ts';
import { times } from '../../support/proof.ts';
import { QUICK } from '../../support/slack-timings.ts';
import { startWorld } from '../../support/world.ts';

const KNOWN = [
  'type',
  'envelope_id',
  'payload',
  'event',
  'actions',
  'view',
  'user',
  'team',
  'reason',
  'command',
];
const WORDS = [
  'events_api',
  'interactive',
  'slash_commands',
  'block_actions',
  'view_submission',
  'event_callback',
];

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...WORDS, null, '', 'hello', -1, true),
    fc.string(),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KNOWN), tie('any')),
  ),
})).any;

const payload = fc.record(
  Object.fromEntries(KNOWN.map((name) => [name, name === 'type' ? fc.constantFrom(...WORDS) : value])),
  { requiredKeys: [] },
);

const frame = fc.oneof(
  fc.string(),
  value.map((any) => JSON.stringify(any)),
  fc
    .record({ type: fc.constantFrom(...WORDS), envelope_id: fc.string(), payload: fc.oneof(payload, value) })
    .map((any) => JSON.stringify(any)),
);

it('whatever a frame is, it is one of those that we know', () => {
  fc.assert(
    fc.property(frame, (text) => {
      expect(['hello', 'disconnect', 'envelope', 'remark', 'odd']).toContain(readFrame(text).kind);
    }),
  );
});

it('strange frames, as many as you like, end nothing: the next command is served', {
  timeout: 120_000,
}, async () => {
  const world = await startWorld({ start: { slackTimings: QUICK }, pace: false });
  for (const text of fc.sample(frame, times(200))) {
    if (readFrame(text).kind !== 'disconnect') world.emulator.faults.sockets.sendFrame(text);
  }
  await expect
    .poll(() => world.emulator.as(ANA).command('/tango', 'help'), { timeout: 30_000 })
    .toMatchObject({ acknowledged: true });
  expect(world.emulator.openSockets()).toBe(1);
});

it('a frame tells apart what is said again, and how often', () => {
  const said = { type: 'events_api', envelope_id: 'e-1', payload: { event: { type: 'app_home_opened' } } };
  const again = { ...said, retry_attempt: 2, retry_reason: 'timeout' };
  expect(readFrame(JSON.stringify(again))).toEqual({
    kind: 'envelope',
    envelope: { id: 'e-1', body: said.payload, retryNum: 2, retryReason: 'timeout' },
  });
  expect(readFrame('{"type":"disconnect","reason":{"secret":1}}')).toEqual({
    kind: 'disconnect',
    reason: 'unnamed',
  });
});
