import { expect, it } from 'vitest';
import type { Seed } from '../../emulator/workspace/seed.ts';
import type { Context } from '../../src/usecases/context.ts';
import { fileRoom } from '../support/file-room.ts';
import { textOf } from '../support/messages.ts';
import { ANA, MAX, MIA } from '../support/people.ts';

/** A large company: more people than Slack lets us ask for one by one in a minute. */
const MANY: Seed['users'] = Array.from({ length: 120 }, (_, at) => ({
  ...{ id: `U_REP_${at}`, name: `rep${at}`, realName: `Rae Rep${at}`, timezone: 'Europe/Berlin' },
  ...{ title: 'Sales', email: `rep${at}@sample.example` },
}));

const HEADER = 'Lead ID;Source;Name;Lead Owner;Status;Created';

function crm(owners: readonly string[]): string {
  const rows = owners.map((owner, at) => `${at};Web;Person ${at};"${owner}";Contacted;01.03.2024`);
  return [HEADER, ...rows].join('\n');
}

async function ownersOf(ctx: Context): Promise<(string | null)[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select(['externalId', 'owner']).execute(),
  );
  return rows.toSorted((a, b) => Number(a.externalId) - Number(b.externalId)).map(({ owner }) => owner);
}

it('A file with 120 owners finds them all in one go, within what Slack allows', async () => {
  const { drop, click, latest, bot } = await fileRoom({ people: MANY });
  await drop(MIA, 'crm.csv', crm(MANY.map(({ email }) => (email ?? '').toUpperCase())));
  expect(textOf(latest(MIA))).toContain('looks like: leads');
  expect(textOf(latest(MIA))).not.toContain('Nobody here');
  await click(MIA, 'Import');
  expect(textOf(latest(MIA))).toContain('120 leads came in.');
  expect(await ownersOf(bot.ctx)).toEqual(MANY.map(({ id }) => id));
});

it('Owners are known by what Slack calls them, whoever they are to Tango, also last name first', async () => {
  const { drop, click, latest, bot } = await fileRoom({
    people: [
      ...MANY.slice(0, 2),
      { id: 'U_OTHER', name: 'other', realName: 'Rae Rep1', timezone: 'Europe/Berlin' },
    ],
  });
  await drop(MIA, 'crm.csv', crm(['Rep0, Rae', 'rae  rep0', 'Alves, Ana', 'Rae Rep1', 'Max Meyer', 'N/A']));
  expect(textOf(latest(MIA))).toContain('Nobody here is “Rae Rep1” (1 row)');
  await click(MIA, 'Import');
  expect(await ownersOf(bot.ctx)).toEqual(['U_REP_0', 'U_REP_0', ANA, null, MAX, null]);
});

it('Where Slack wants to be asked later the file waits, says so, and no answer is lost', async () => {
  const { drop, latest, bot, emulator, clock, settle } = await fileRoom({ people: MANY });
  emulator.faults.next('users.list', { kind: 'rate_limited', retryAfterSeconds: 30 });
  await drop(MIA, 'crm.csv', crm(MANY.map(({ email }) => email ?? '')));
  expect(textOf(latest(MIA))).toContain('Slack lets me ask only so often who somebody is');
  const attempts = () =>
    bot.ctx.db.transaction((tx) => tx.sql.selectFrom('broughtFile').select('attempts').execute());
  expect(await attempts()).toEqual([{ attempts: 0 }]);
  clock.move(31_000);
  await settle();
  expect(textOf(latest(MIA))).toContain('looks like: leads');
  expect(textOf(latest(MIA))).not.toContain('Nobody here');
});
