import { expect, it } from 'vitest';
import { FIRST_REASONS } from '../../../src/domain/reject-reason/reject-reason.ts';
import {
  prepareRejectReasons,
  prepareRewording,
} from '../../../src/usecases/reject-reason/prepare-reject-reasons.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

it.each(DIALECTS)(
  'the list of reasons is opened for a manager, and for nobody else, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const codes = (await prepareRejectReasons(ctx, MAX)).map(({ code }) => code);
    expect(codes).toEqual(FIRST_REASONS.map(({ code }) => code));
    await expect(prepareRejectReasons(ctx, ANA)).rejects.toThrow(refused('managers_only'));
  },
);

it.each(DIALECTS)(
  'a reason is opened to be reworded by a manager, as long as it is in the list, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    expect(await prepareRewording(ctx, { person: MAX, code: 'spam' })).toMatchObject({ code: 'spam' });
    await expect(prepareRewording(ctx, { person: MAX, code: 'nothing' })).rejects.toThrow(
      refused('reason_not_listed'),
    );
    await expect(prepareRewording(ctx, { person: ANA, code: 'spam' })).rejects.toThrow(
      refused('managers_only'),
    );
  },
);
