import { expect, it } from 'vitest';
import { receiveStep } from '../../../src/usecases/lead/receive-step.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

it.each(DIALECTS)(
  'A workflow’s run is one lead with one answer, however often Slack repeats it, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const step = (runId: string) => receiveStep(ctx, { runId, lead: { source: 'Workflow', name: 'Dana' } });
    const first = await step('run 1');
    expect(await step('run 1')).toEqual(first);
    expect((await step('run 2')).id).not.toBe(first.id);
  },
);
