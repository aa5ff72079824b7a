import { expect, it } from 'vitest';
import { undoSourceChange } from '../../../src/usecases/source/undo-source-change.ts';
import { testContext } from '../../support/context.ts';
import { refusal } from '../../support/one-lead.ts';
import { ANA, MIA } from '../../support/people.ts';

it('What never was, or is not theirs to change, is not taken back', async () => {
  const ctx = await testContext('sqlite');
  const undo = (by: typeof MIA) => undoSourceChange(ctx, { by, id: 'change_1' });
  expect((await refusal(undo(MIA))).refusal.code).toBe('source_change_undone');
  expect((await refusal(undo(ANA))).refusal.code).toBe('sources_not_yours');
});
