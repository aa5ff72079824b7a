import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { DAY, MINUTE } from '../../../src/domain/time/duration.ts';
import type { AppError } from '../../../src/errors.ts';
import type { Profile } from '../../../src/store/team/person.ts';
import type { Directory } from '../../../src/usecases/team/meet-people.ts';
import { updatePerson } from '../../../src/usecases/team/update-person.ts';
import { type Acting, recordWhereWeAre, whoActs } from '../../../src/usecases/team/who-acts.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { known } from '../../support/known-people.ts';
import { ANA, BEN } from '../../support/people.ts';
import { sampleProfile, TEAM } from '../../support/sample-person.ts';

const NOWHERE = { team: null, enterprise: null };
const HERE = { team: TEAM, enterprise: null };

/** Slack, with what it was asked. */
function directory(answers: Record<string, Profile | 'nobody' | null> = {}) {
  const asked: string[] = [];
  const slack: Directory & { asked: string[]; answers: typeof answers; isDeaf: boolean } = {
    asked,
    answers,
    isDeaf: false,
    findWorkspace: async () => {
      asked.push('workspace');
      return slack.isDeaf ? null : HERE;
    },
    findPerson: async (id) => {
      asked.push(id);
      if (slack.isDeaf) return null;
      return answers[id] === undefined ? sampleProfile(id) : (answers[id] ?? null);
    },
  };
  return slack;
}

const acting = (person: PersonId | null, changes: Partial<Acting> = {}): Acting => ({
  person,
  said: NOWHERE,
  membersOnly: false,
  ...changes,
});

const admit = (ctx: TestContext, admitted: { guests: boolean; connected: boolean }) =>
  ctx.db.transaction((tx) =>
    tx.sql
      .insertInto('setting')
      .values({ key: 'admitted', value: JSON.stringify(admitted), updatedAt: 0, updatedBy: 'tango' })
      .execute(),
  );

/** With which refusal; null: let in. */
const turnedAway = (asked: Promise<void>) =>
  asked.then(
    () => null,
    (thrown: AppError) => thrown.refusal,
  );

const why = (exclusion: string, membersOnly = false) => ({
  code: 'may_not_act',
  facts: { why: exclusion, membersOnly },
});

for (const dialect of DIALECTS) {
  describe(`who acts, on ${dialect}`, () => {
    it('is asked of Slack the first time and remembered, and costs no question after that', async () => {
      const ctx = await testContext(dialect);
      const slack = directory();
      await whoActs(ctx, slack, acting(ANA));
      expect(slack.asked).toEqual(['workspace', ANA]);
      expect((await known(ctx)).get(ANA)).toMatchObject({ account: 'member', team: TEAM, enterprise: null });
      await whoActs(ctx, slack, acting(ANA));
      await whoActs(ctx, slack, acting(BEN));
      expect(slack.asked).toEqual(['workspace', ANA, BEN]);
    });

    it.each([
      ['guest', { account: 'guest' }],
      ['outsider', { team: 'T_AGENCY' }],
      ['outsider', { account: 'stranger' }],
      ['bot', { isBot: true }],
      ['deactivated', { isActive: false }],
    ] as const)('who is a %s is refused', async (exclusion, changes) => {
      const ctx = await testContext(dialect);
      const slack = directory({ [ANA]: sampleProfile(ANA, changes) });
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA)))).toEqual(why(exclusion));
    });

    it('an id that nobody has is refused', async () => {
      const ctx = await testContext(dialect);
      const slack = directory({ [ANA]: 'nobody' });
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA)))).toEqual(why('nobody'));
    });

    it('the settings let guests and people of connected companies in, but never to what is for members alone', async () => {
      const ctx = await testContext(dialect);
      const guest = sampleProfile(ANA, { account: 'guest' });
      const slack = directory({ [ANA]: guest, [BEN]: sampleProfile(BEN, { team: 'T_AGENCY' }) });
      await admit(ctx, { guests: true, connected: true });
      await whoActs(ctx, slack, acting(ANA));
      await whoActs(ctx, slack, acting(BEN, { said: { team: 'T_AGENCY', enterprise: null } }));
      const alone = { membersOnly: true };
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA, alone)))).toEqual(why('guest', true));
      expect(await turnedAway(whoActs(ctx, slack, acting(BEN, alone)))).toEqual(why('outsider', true));
    });

    it('a step of a workflow is refused where it comes from elsewhere', async () => {
      const ctx = await testContext(dialect);
      const slack = directory();
      await whoActs(ctx, slack, acting(null, { said: HERE }));
      await whoActs(ctx, slack, acting(null));
      const theirs = { said: { team: 'T_AGENCY', enterprise: null } };
      expect(await turnedAway(whoActs(ctx, slack, acting(null, theirs)))).toEqual(why('outsider'));
      expect(slack.asked).toEqual(['workspace']);
    });
  });

  describe(`while Slack cannot be asked, on ${dialect}`, () => {
    it('a stranger is told to try again, and nothing is kept of them', async () => {
      const ctx = await testContext(dialect);
      const slack = directory();
      slack.isDeaf = true;
      const unsure = { code: 'identity_unsure', facts: {} };
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA)))).toEqual(unsure);
      await recordWhereWeAre(ctx, directory());
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA)))).toEqual(unsure);
      expect((await known(ctx)).size).toBe(0);
    });

    it('a person known from before stays known', async () => {
      const ctx = await testContext(dialect);
      const slack = directory();
      await whoActs(ctx, slack, acting(ANA));
      slack.isDeaf = true;
      ctx.clock.move(3 * DAY);
      await whoActs(ctx, slack, acting(ANA));
      expect(slack.asked).toEqual(['workspace', ANA, ANA]);
    });

    it('also one of whom an earlier version did not ask what their account is', async () => {
      const ctx = await testContext(dialect);
      const slack = directory();
      await whoActs(ctx, slack, acting(ANA));
      const old = { account: null, team: null };
      await ctx.db.transaction((tx) => tx.sql.updateTable('person').set(old).execute());
      slack.isDeaf = true;
      await whoActs(ctx, slack, acting(ANA));
      await whoActs(ctx, slack, acting(ANA, { said: HERE }));
      const theirs = { said: { team: 'T_AGENCY', enterprise: null } };
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA, theirs)))).toEqual(why('outsider'));
      slack.isDeaf = false;
      slack.answers[ANA] = sampleProfile(ANA, { account: 'guest' });
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA)))).toEqual(why('guest'));
    });
  });

  describe(`an account that changes, on ${dialect}`, () => {
    it('is refused as soon as Slack has told that it is deactivated', async () => {
      const ctx = await testContext(dialect);
      const slack = directory();
      await whoActs(ctx, slack, acting(ANA));
      await updatePerson(ctx, sampleProfile(ANA, { isActive: false }));
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA)))).toEqual(why('deactivated'));
      expect(slack.asked).toEqual(['workspace', ANA]);
    });

    it('is asked about again before it is refused for something older than a minute: it may be back', async () => {
      const ctx = await testContext(dialect);
      const slack = directory({ [ANA]: sampleProfile(ANA, { isActive: false }) });
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA)))).toEqual(why('deactivated'));
      expect(await turnedAway(whoActs(ctx, slack, acting(ANA)))).toEqual(why('deactivated'));
      expect(slack.asked).toEqual(['workspace', ANA]);
      slack.answers[ANA] = sampleProfile(ANA);
      ctx.clock.move(MINUTE);
      await whoActs(ctx, slack, acting(ANA));
      ctx.clock.move(-3 * DAY);
      await whoActs(ctx, slack, acting(ANA));
      expect(slack.asked).toEqual(['workspace', ANA, ANA, ANA]);
    });
  });

  it(`the workspace is recorded again at each start, on ${dialect}`, async () => {
    const ctx = await testContext(dialect);
    const slack = directory();
    await whoActs(ctx, slack, acting(ANA));
    const moved: Directory = { ...slack, findWorkspace: async () => ({ team: 'T_OTHER', enterprise: null }) };
    await recordWhereWeAre(ctx, moved);
    expect(await turnedAway(whoActs(ctx, slack, acting(ANA, { said: HERE })))).toEqual(why('outsider'));
  });
}
