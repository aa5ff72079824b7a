import { describe, expect, it } from 'vitest';
import type { GroupId, UserGroup } from '../../../src/domain/team/office.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { viewSettings } from '../../../src/usecases/team/load-settings.ts';
import { groupsChanged, watchGroups } from '../../../src/usecases/team/watch-groups.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';

const DAY = 86_400_000;
const HEADS: UserGroup = { id: 'S_HEADS' as GroupId, handle: 'heads', members: [ANA], isGone: false };

for (const dialect of DIALECTS) {
  describe(`user groups on ${dialect}`, () => {
    it('are asked about once a day, and at once after Slack has told of a change', async () => {
      const ctx = await testContext(dialect);
      let asked = 0;
      const list = async () => {
        asked += 1;
        return [HEADS];
      };
      await watchGroups(ctx, list);
      await watchGroups(ctx, list);
      expect(asked).toBe(1);
      await groupsChanged(ctx);
      await watchGroups(ctx, list);
      expect(asked).toBe(2);
      ctx.clock.move(DAY);
      await watchGroups(ctx, list);
      expect(asked).toBe(3);
    });

    it('are asked about again where one changes while Slack is being asked', async () => {
      const ctx = await testContext(dialect);
      await watchGroups(ctx, async () => {
        await groupsChanged(ctx);
        return [HEADS];
      });
      expect((await viewSettings(ctx)).userGroups).toMatchObject({ askedAt: null, list: [HEADS] });
    });

    it('put their members into office, also after a start; Slack out of reach changes nothing', async () => {
      const ctx = await testContext(dialect);
      await watchGroups(ctx, async () => [HEADS]);
      const offices = {
        managers: { people: [], groups: [HEADS.id] },
        marketers: { people: [BEN], groups: [] },
      };
      await changeSettings(ctx, { person: MAX, change: () => ({ offices }) });
      expect(await viewSettings(ctx)).toMatchObject({ managers: [ANA], marketers: [BEN], offices });
      await groupsChanged(ctx);
      const unreachable = watchGroups(ctx, () => Promise.reject(new Error('no answer')));
      await expect(unreachable).rejects.toThrow('no answer');
      await watchGroups(ctx, async () => null);
      expect((await viewSettings(ctx)).managers).toEqual([ANA]);
      await groupsChanged(ctx);
      await watchGroups(ctx, async () => []);
      const { managers, userGroups } = await viewSettings(ctx);
      expect({ managers, list: userGroups.list }).toEqual({
        managers: [],
        list: [{ ...HEADS, members: [], isGone: true }],
      });
    });
  });
}
