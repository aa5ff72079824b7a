import { describe, expect, it } from 'vitest';
import {
  declineProposal,
  loadProposal,
  withdrawProposal,
} from '../../../src/usecases/definition/end-proposal.ts';
import { proposeDefinition } from '../../../src/usecases/definition/propose-definition.ts';
import { signDefinition } from '../../../src/usecases/definition/sign-definition.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import { loadTeam } from '../../../src/usecases/team/load-team.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const DRAFT = { person: MIA, criteria: '* Fits', asked: { marketing: null, sales: null } };

for (const dialect of DIALECTS) {
  describe(`a definition that is proposed, on ${dialect}`, () => {
    it('is declined with a reason: what counts stays, and who has proposed it reads why', async () => {
      const ctx = await testContext(dialect);
      const { version } = await proposeDefinition(ctx, DRAFT);
      expect((await loadProposal(ctx, { version, person: ANA })).version).toBe(version);
      await declineProposal(ctx, { version, person: MAX, reason: 'Too loose' });
      const { definition, proposal } = await loadTeam(ctx, MIA);
      expect([definition.version, proposal]).toEqual([1, null]);
      await expect(signDefinition(ctx, { version, person: MIA })).rejects.toThrow(
        refused('proposal_ended', { how: 'declined', by: MAX }),
      );
      const [entry] = (await loadAuditLog(ctx)).entries;
      expect(entry).toMatchObject({
        what: { code: 'proposal_ended', how: 'declined', version },
        after: 'Too loose',
      });
      const dms = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').select('target').where('kind', '=', 'definition_dm').execute(),
      );
      expect(dms).toEqual([{ target: MIA }]);
      expect((await proposeDefinition(ctx, DRAFT)).version).toBe(version + 1);
    });

    it('is withdrawn by who has proposed it', async () => {
      const ctx = await testContext(dialect);
      const { version } = await proposeDefinition(ctx, DRAFT);
      await expect(withdrawProposal(ctx, { version, person: MAX })).rejects.toThrow(
        refused('proposal_not_yours', { by: MIA }),
      );
      expect((await withdrawProposal(ctx, { version, person: MIA })).end).toMatchObject({ how: 'withdrawn' });
    });
  });
}
