import { expect, it } from 'vitest';
import { proposeDefinition } from '../../../src/usecases/definition/propose-definition.ts';
import { loadTeam } from '../../../src/usecases/team/load-team.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';

it.each(DIALECTS)(
  'Everybody sees how the team works, and what of it they may change, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const may = async (person: typeof ANA) => (await loadTeam(ctx, person)).may;
    expect(await may(ANA)).toEqual({ manage: false, propose: false });
    expect(await may(MIA)).toEqual({ manage: false, propose: true });
    expect(await may(MAX)).toEqual({ manage: true, propose: true });
    await proposeDefinition(ctx, { person: MIA, criteria: 'Fits', asked: { marketing: null, sales: null } });
    expect(await loadTeam(ctx, ANA)).toMatchObject({ definition: { version: 1 }, proposal: { version: 2 } });
  },
);
