import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/domain/goal/period.ts';
import type { RuleInput } from '../../src/domain/routing/change-routing.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { declineProposal } from '../../src/usecases/definition/end-proposal.ts';
import { proposeDefinition } from '../../src/usecases/definition/propose-definition.ts';
import { signDefinition } from '../../src/usecases/definition/sign-definition.ts';
import { declineGoal } from '../../src/usecases/goal/end-goal.ts';
import { proposeGoal } from '../../src/usecases/goal/propose-goal.ts';
import { signGoal } from '../../src/usecases/goal/sign-goal.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { editRejectReasons } from '../../src/usecases/reject-reason/edit-reject-reasons.ts';
import { upsertRoutingRule } from '../../src/usecases/routing/edit-routing.ts';
import { changeSettings } from '../../src/usecases/team/change-settings.ts';
import { viewSettings } from '../../src/usecases/team/load-settings.ts';
import { loadTeam } from '../../src/usecases/team/load-team.ts';
import { setOwnTime } from '../../src/usecases/team/set-own-time.ts';
import { changeSharing } from '../../src/usecases/team/watch-sharing.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, BEN, FIELD, LEADS, MAX, MIA } from '../support/people.ts';
import { fulfilled, race, rejections } from '../support/race.ts';
import { refused } from '../support/refused.ts';

const ASKED = { marketing: null, sales: null };
const RULE: RuleInput = {
  sources: [],
  regions: [],
  mode: 'assign',
  people: [ANA, BEN],
  twice: [],
  cap: null,
};

for (const dialect of DIALECTS) {
  describe(`two who change how the team works at the same moment, on ${dialect}`, () => {
    it('both have their change, also of one part', async () => {
      const ctx = await testContext(dialect);
      const changes = [{ from: '08:00' }, { to: '17:00' }];
      await race(
        ctx.db,
        'setting',
        changes.map((calendar) => () => changeSettings(ctx, { person: MAX, change: () => ({ calendar }) })),
      );
      expect((await viewSettings(ctx)).calendar).toMatchObject({ from: '08:00', to: '17:00' });
    });

    it('are both known to be shared', async () => {
      const ctx = await testContext(dialect);
      const channels = [LEADS, FIELD];
      await race(
        ctx.db,
        'setting',
        channels.map((channel) => () => changeSharing(ctx, { channel, isShared: true })),
      );
      const { sharing } = await viewSettings(ctx);
      expect(sharing.map(({ channel }) => channel).sort()).toEqual(channels.toSorted());
    });

    it('both have their leave', async () => {
      const ctx = await testContext(dialect);
      const leaves = [1, 2].map((day) => ({ from: `2026-12-0${day}`, to: `2026-12-0${day}` }));
      await race(
        ctx.db,
        'person',
        leaves.map((leave) => () => {
          return setOwnTime(ctx, { by: MAX, of: { id: BEN }, change: { kind: 'leave', leave } });
        }),
      );
      const { people } = await viewSettings(ctx);
      expect(people?.get(BEN)?.leave).toEqual(leaves);
    });

    it('both have their routing rule', async () => {
      const ctx = await testContext(dialect);
      const add = () => upsertRoutingRule(ctx, { person: MAX, id: null, rule: RULE });
      await race(ctx.db, 'setting', [add, add]);
      expect((await viewSettings(ctx)).routing.rules).toHaveLength(2);
    });

    it('do not both add a reject reason of one name', async () => {
      const ctx = await testContext(dialect);
      const reason = {
        ...{ label: 'Too far away', outcome: { kind: 'closed' as const }, needs: null },
        ...{ impliesContact: false, consequence: null, whoActs: null },
      };
      const add = () => editRejectReasons(ctx, { person: MAX, edit: { kind: 'add', reason } });
      const results = await race(ctx.db, 'reject_reason', [add, add]);
      expect(fulfilled(results)).toHaveLength(1);
      expect(rejections(results)).toEqual([refused('reason_label_taken')]);
    });

    it('propose a version each', async () => {
      const ctx = await testContext(dialect);
      const proposals = [MIA, MAX].map((person) => () => {
        return proposeDefinition(ctx, { person, criteria: `By ${person}`, asked: ASKED });
      });
      const results = await race(ctx.db, 'definition', proposals);
      expect(fulfilled(results).map(({ version }) => version)).toEqual([2, 3]);
    });

    it('leave a definition as it counts when one signs it and the other proposes the next', async () => {
      const ctx = await testContext(dialect);
      await proposeDefinition(ctx, { person: MIA, criteria: 'Fits', asked: ASKED });
      await signDefinition(ctx, { version: 2, person: MIA });
      const results = await race<unknown>(ctx.db, 'definition', [
        () => signDefinition(ctx, { version: 2, person: ANA }),
        () => proposeDefinition(ctx, { person: MAX, criteria: 'Fits\nNow', asked: ASKED }),
      ]);
      expect(rejections(results)).toEqual([]);
      const { definition, proposal } = await loadTeam(ctx, ANA);
      expect([definition.version, proposal?.version]).toEqual([2, 3]);
    });
  });

  describe(`what both sides sign, at the same moment, on ${dialect}`, () => {
    const draft = { person: MIA, kind: 'won' as const, period: parsePeriod('2026-12'), amount: '4' };

    it('do not both decline a definition', async () => {
      const ctx = await testContext(dialect);
      const { version } = await proposeDefinition(ctx, { person: MIA, criteria: 'Fits', asked: ASKED });
      const decline = (person: PersonId) => () => declineProposal(ctx, { version, person, reason: 'No' });
      const results = await race(ctx.db, 'definition', [decline(MAX), decline(ANA)]);
      expect(rejections(results)).toEqual([refused('proposal_ended')]);
    });

    it('propose a goal once', async () => {
      const ctx = await testContext(dialect);
      const proposals = [MIA, MAX].map((person) => () => proposeGoal(ctx, { ...draft, person }));
      const results = await race(ctx.db, 'goal', proposals);
      expect(rejections(results)).toEqual([refused('goal_proposed_already')]);
    });

    it('do not both sign a goal for one side', async () => {
      const ctx = await testContext(dialect);
      const { id } = await proposeGoal(ctx, draft);
      const signatures = [MAX, ANA].map((person) => () => signGoal(ctx, { id, person }));
      const results = await race(ctx.db, 'goal', signatures);
      expect(rejections(results)).toEqual([refused('proposal_counts')]);
    });

    it('do not both decline a goal', async () => {
      const ctx = await testContext(dialect);
      const { id } = await proposeGoal(ctx, draft);
      const declines = [MAX, ANA].map((person) => () => declineGoal(ctx, { id, person, reason: 'No' }));
      const results = await race(ctx.db, 'goal', declines);
      expect(rejections(results)).toEqual([refused('proposal_ended')]);
    });
  });

  describe(`leads that arrive at the same moment, on ${dialect}`, () => {
    it('go to each in turn', async () => {
      const ctx = await testContext(dialect);
      await upsertRoutingRule(ctx, { person: MAX, id: null, rule: RULE });
      const arrivals = Array.from({ length: 8 }, (_, n) => () => {
        return receiveLeads(ctx, [{ source: 'Webinar', name: `Dana ${n}` }], { by: 'api', post: 'all' });
      });
      await race(ctx.db, 'routing_turn', arrivals);
      const owners = await ctx.db.transaction((tx) => tx.sql.selectFrom('lead').select('owner').execute());
      const ofAna = owners.filter(({ owner }) => owner === ANA);
      expect([ofAna.length, owners.length]).toEqual([4, 8]);
    });
  });
}
