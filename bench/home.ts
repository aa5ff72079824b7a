/**
 * How long a Home takes to be read and drawn with 1,000 and 10,000 open leads: of a rep who owns a tenth of them, of one who owns all,
 * and of the manager. The baseline of each is the same Home with 100. `node bench/home.ts [rounds]`.
 */
import type { PersonId } from '../src/domain/team/actor.ts';
import { render } from '../src/messages/index.ts';
import { type BenchDatabases, postgres, sqliteFiles } from './databases.ts';
import { benchContext, MANAGER, NOW, openLead, store } from './stored-leads.ts';
import { line, type Timing, timed } from './timing.ts';

const rounds = Number(process.argv[2] ?? 300);
const REP = 'U_REP0' as PersonId;

const HOMES = [
  { name: 'a rep with a tenth', whose: REP, owner: (n: number) => `U_REP${Math.floor(n / 10) % 10}` },
  { name: 'a rep with all', whose: REP, owner: () => REP },
  { name: 'the manager', whose: MANAGER, owner: (n: number) => `U_REP${Math.floor(n / 10) % 10}` },
];

for (const open of [async () => sqliteFiles(), postgres]) {
  const databases = await open();
  console.log(`${databases.name}, ${rounds} rounds`);
  for (const home of HOMES) await benchHome(databases, home);
  await databases.stop();
}

async function benchHome(databases: BenchDatabases, home: (typeof HOMES)[number]): Promise<void> {
  let baseline: Timing | null = null;
  for (const open of [100, 1_000, 10_000]) {
    const ctx = await benchContext(await databases.next());
    const leads = Array.from({ length: open }, (_, n) => openLead(ctx, n, home.owner(n) as PersonId));
    await store(ctx, leads);
    const timing = await timed(rounds, () =>
      ctx.db.transaction((tx) => render(tx, { kind: 'home', ref: home.whose }, NOW)),
    );
    baseline ??= timing;
    console.log(line(`  ${home.name}, ${open} open leads`, timing, baseline));
    await ctx.db.close();
  }
}
