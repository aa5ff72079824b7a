import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { MINUTE } from '../../../src/domain/time/duration.ts';
import { type Directory, meetPeople } from '../../../src/usecases/team/meet-people.ts';
import { updatePerson } from '../../../src/usecases/team/update-person.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { known } from '../../support/known-people.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { sampleProfile } from '../../support/sample-person.ts';

type Answer = Awaited<ReturnType<Directory['findPerson']>>;

function directory(answers: Record<string, Answer> = {}) {
  const asked: PersonId[] = [];
  const slack: Directory = {
    findWorkspace: async () => null,
    findPerson: async (id) => {
      asked.push(id);
      return id in answers ? (answers[id] ?? null) : sampleProfile(id);
    },
  };
  return { ...slack, asked };
}

for (const dialect of DIALECTS) {
  describe(`people whom a form names, on ${dialect}`, () => {
    it('are asked about once and remembered, whatever they are', async () => {
      const ctx = await testContext(dialect);
      const slack = directory({ [BEN]: 'nobody', [MAX]: sampleProfile(MAX, { isBot: true }) });
      expect(await meetPeople(ctx, slack, [ANA, BEN, MAX])).toEqual([]);
      expect(await meetPeople(ctx, slack, [ANA, BEN, MAX])).toEqual([]);
      expect(await meetPeople(ctx, slack, [])).toEqual([]);
      expect(slack.asked).toEqual([ANA, BEN, MAX]);
      const people = await known(ctx);
      expect([ANA, BEN, MAX].map((id) => people.get(id)?.account)).toEqual(['member', 'nobody', 'member']);
      expect(people.get(MAX)?.isBot).toBe(true);
    });

    it('are named where Slack cannot be asked, unless they are known from before', async () => {
      const ctx = await testContext(dialect);
      await meetPeople(ctx, directory({ [MIA]: 'nobody' }), [ANA, MIA]);
      ctx.clock.move(2 * MINUTE);
      const deaf = directory({ [ANA]: null, [MIA]: null, [BEN]: null });
      expect(await meetPeople(ctx, deaf, [BEN, ANA, MIA])).toEqual([BEN]);
      expect((await known(ctx)).has(BEN)).toBe(false);
    });

    it('are asked about again where they would be refused for something that is a minute old', async () => {
      const ctx = await testContext(dialect);
      const slack = directory();
      await meetPeople(ctx, slack, [ANA]);
      await updatePerson(ctx, sampleProfile(ANA, { isActive: false }));
      await meetPeople(ctx, slack, [ANA]);
      expect((await known(ctx)).get(ANA)?.isActive).toBe(false);
      ctx.clock.move(2 * MINUTE);
      await meetPeople(ctx, slack, [ANA]);
      expect((await known(ctx)).get(ANA)?.isActive).toBe(true);
      expect(slack.asked).toEqual([ANA, ANA]);
    });
  });
}
