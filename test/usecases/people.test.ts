import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/team/actor.ts';
import type { OwnTimeChange } from '../../src/domain/team/own-time.ts';
import { loadPeople } from '../../src/store/team/person.ts';
import { assignLead } from '../../src/usecases/lead/assign-lead.ts';
import { claimLead } from '../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { recountNags } from '../../src/usecases/nag/recount-nags.ts';
import { loadAuditLog } from '../../src/usecases/team/load-audit-log.ts';
import { setOwnTime } from '../../src/usecases/team/set-own-time.ts';
import { type LookUpPerson, syncPeople } from '../../src/usecases/team/sync-people.ts';
import { updatePerson } from '../../src/usecases/team/update-person.ts';
import { inWords } from '../support/audit.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, BEN, MAX, MIA } from '../support/people.ts';
import { refused } from '../support/refused.ts';

const DAY = 86_400_000;

const lookUp: LookUpPerson = async (id) => ({
  id,
  name: id.slice(2).toLowerCase(),
  timezone: 'Europe/Lisbon',
  isBot: false,
  isActive: true,
});

for (const dialect of DIALECTS) {
  describe(`people on ${dialect}`, () => {
    it('are asked about once they have to do with a lead, and again a day later', async () => {
      const ctx = await testContext(dialect);
      await aClaimedLead(ctx, ANA);
      expect(await syncPeople(ctx, lookUp)).toBe(3);
      expect([...(await known(ctx)).keys()]).toEqual([ANA, MAX, MIA]);
      expect((await known(ctx)).get(ANA)).toMatchObject({
        name: 'ana',
        timezone: 'Europe/Lisbon',
        isActive: true,
      });
      expect(await syncPeople(ctx, lookUp)).toBe(0);
      ctx.clock.move(DAY + 1);
      expect(await syncPeople(ctx, lookUp)).toBe(3);
    });

    it('wait where Slack does not answer, and the rest is asked about later', async () => {
      const ctx = await testContext(dialect);
      let calls = 0;
      const failing: LookUpPerson = (id) => {
        calls += 1;
        return calls > 1 ? Promise.reject(new Error('ratelimited')) : lookUp(id);
      };
      await expect(syncPeople(ctx, failing)).rejects.toThrow('ratelimited');
      expect(await syncPeople(ctx, lookUp)).toBe(1);
    });

    it('stay as they are where Slack does not know them', async () => {
      const ctx = await testContext(dialect);
      await syncPeople(ctx, async () => null);
      expect((await known(ctx)).get(MAX)).toMatchObject({ isActive: true, timezone: null });
    });

    it('are known by all who are given a lead, and forgotten by nobody who changes', async () => {
      const ctx = await testContext(dialect);
      const lead = await aClaimedLead(ctx, null);
      await assignLead(ctx, { leadId: lead, person: MAX, to: BEN, note: null });
      const gone = { id: BEN, name: 'ben', timezone: null, isBot: false, isActive: false };
      await updatePerson(ctx, gone);
      await updatePerson(ctx, { ...gone, id: 'U_STRANGER' as PersonId });
      expect([...(await known(ctx)).keys()]).toEqual([BEN, MAX]);
      expect((await known(ctx)).get(BEN)?.isActive).toBe(false);
      await updatePerson(ctx, { ...gone, isActive: true });
      expect((await known(ctx)).get(BEN)?.isActive).toBe(true);
    });

    it('say when they are on leave, managers for others, and it is taken down', async () => {
      const ctx = await testContext(dialect);
      await syncPeople(ctx, lookUp);
      const change = { kind: 'leave', leave: { from: '2026-12-20', to: '2027-01-03' } } as const;
      await setOwnTime(ctx, { by: BEN, of: { id: BEN }, change });
      const forBen = { by: MAX, of: { id: BEN }, change: { kind: 'no_leave' } } as const;
      await expect(setOwnTime(ctx, { ...forBen, by: ANA })).rejects.toThrow(refused('own_time_not_yours'));
      await setOwnTime(ctx, { by: MAX, of: { name: 'Mia' }, change });
      expect((await known(ctx)).get(MIA)?.leave).toEqual([change.leave]);
      await expect(setOwnTime(ctx, { by: MAX, of: { name: 'nobody' }, change })).rejects.toThrow(
        refused('unknown_person', { name: 'nobody' }),
      );
      await setOwnTime(ctx, forBen);
      expect((await known(ctx)).get(BEN)?.leave).toEqual([]);
      const { entries } = await loadAuditLog(ctx);
      expect(entries.map(inWords).map(({ what, before, after }) => [what, before, after])).toEqual([
        ['Leave', '2026-12-20 to 2027-01-03', 'not set'],
        ['Leave', 'not set', '2026-12-20 to 2027-01-03'],
        ['Leave', 'not set', '2026-12-20 to 2027-01-03'],
      ]);
    });

    it('keep both leaves that are said at the same moment', async () => {
      const ctx = await testContext(dialect);
      const leaves = [1, 2, 3, 4, 5].map((day) => ({ from: `2026-12-0${day}`, to: `2026-12-0${day}` }));
      await Promise.all(
        leaves.map((leave) =>
          setOwnTime(ctx, { by: MAX, of: { id: BEN }, change: { kind: 'leave', leave } }),
        ),
      );
      expect((await known(ctx)).get(BEN)?.leave).toEqual(leaves);
    });

    it('have their nags counted again by their own time', async () => {
      const ctx = await testContext(dialect);
      await aClaimedLead(ctx, ANA);
      await recountNags(ctx);
      expect(await recountNags(ctx)).toBe(0);
      const change: OwnTimeChange = { kind: 'hours', hours: { weekdays: [4], from: '08:00', to: '12:00' } };
      await setOwnTime(ctx, { by: ANA, of: { id: ANA }, change });
      expect(await recountNags(ctx)).toBe(1);
    });
  });
}

async function aClaimedLead(ctx: TestContext, by: PersonId | null) {
  const input = { source: 'Webinar', name: 'Dana Whitfield' };
  const [received] = await receiveLeads(ctx, [input], { by: 'api', post: 'all' });
  if (by) await claimLead(ctx, { leadId: received!.id, person: by });
  return received!.id;
}

function known(ctx: TestContext) {
  return ctx.db.transaction(loadPeople);
}
