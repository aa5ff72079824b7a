import { describe, expect, it } from 'vitest';
import { cardsOf } from '../support/cards.ts';
import { ANA } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

const DANA = { source: 'Website form', name: 'Dana Whitfield', company: 'Harbour Hotels' };

describe('a workflow with our step in it', () => {
  it.each(['socket', 'http'] as const)('makes a lead and goes on with its id, over %s', async (mode) => {
    const { emulator, settle } = await startWorld({ mode });
    const ana = emulator.as(ANA);
    const run = ana.runStep('create_lead', { ...DANA, priority: 'hot', external_id: 'row 7' });
    const again = ana.runStep('create_lead', { ...DANA, external_id: 'row 7' });
    await settle();
    expect(run).toMatchObject({ state: 'succeeded', outputs: { duplicate: false } });
    expect(again.outputs).toEqual({ lead_id: run.outputs?.lead_id, duplicate: true });
    expect(cardsOf(emulator).map(({ text }) => text)).toEqual([
      expect.stringContaining('New lead from Website form: Dana Whitfield, Harbour Hotels.'),
    ]);
  });

  it('is told in words what is wrong with what it hands in', async () => {
    const { emulator, settle } = await startWorld({ mode: 'http' });
    const run = emulator.as(ANA).runStep('create_lead', { source: 'Form', email: 'at the desk' });
    const nobody = emulator.as(ANA).runStep('create_lead', { source: 'Form', priority: 'standard' });
    await settle();
    expect(run).toMatchObject({ state: 'failed', error: 'email must be an e-mail address' });
    expect(nobody.error).toContain('name is required unless');
    expect(cardsOf(emulator)).toEqual([]);
  });

  it('gets its answer in the end when Slack did not take it at once, for one lead', async () => {
    const { emulator, settle } = await startWorld({ mode: 'socket' });
    emulator.faults.next('functions.completeSuccess', { kind: 'server_error' });
    const run = emulator.as(ANA).runStep('create_lead', DANA);
    await emulator.waitFor(() => run.state !== 'running', { within: 10_000 });
    await settle();
    expect(run).toMatchObject({ state: 'succeeded', outputs: { duplicate: false } });
    expect(cardsOf(emulator)).toHaveLength(1);
  });
});
