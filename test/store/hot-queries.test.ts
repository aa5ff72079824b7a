/**
 * What each lead, each click and each sweep of the outbox asks of SQLite stands in hot-queries.sql, with its plan: whoever changes one of them sees
 * it in the diff. `npx vitest run test/store/hot-queries.test.ts -u` writes it again. Among many rows they are held by plans.test.ts.
 */
import { expect, it } from 'vitest';
import { finishRow } from '../../src/store/outbox/finish.ts';
import { LANES, leaseRows } from '../../src/store/outbox/lease.ts';
import { oldestLiveWait } from '../../src/store/outbox/live-wait.ts';
import { cancelOrphans, hasWork, nextDue, oldestWait } from '../../src/store/outbox/queue.ts';
import { claimLead } from '../../src/usecases/lead/claim-lead.ts';
import { testContext } from '../support/context.ts';
import { receiveOne } from '../support/one-lead.ts';
import { ANA } from '../support/people.ts';
import { type Plan, plansDuring } from '../support/plans.ts';

it('What each lead, click and sweep asks is the reviewed text, with its plan', async () => {
  const ctx = await testContext('sqlite');
  // The first of each fills what is remembered.
  await claimLead(ctx, { leadId: await receiveOne(ctx), person: ANA });
  const lead = await plansDuring(ctx.db, () => receiveOne(ctx, BEN_DOE));
  const leadId = await receiveOne(ctx);
  const click = await plansDuring(ctx.db, () => claimLead(ctx, { leadId, person: ANA }));
  const sweep = await plansDuring(ctx.db, () => sweepOf(ctx));
  const sections = { 'A lead that arrives': lead, 'A click on Claim': click, 'A sweep of the outbox': sweep };
  const text = Object.entries(sections).map(([title, plans]) => `-- ${title}\n\n${written(plans)}`);
  await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot('hot-queries.sql');
});

/** Of whom an earlier lead is looked for by each of the three keys. */
const BEN_DOE = {
  ...{ source: 'Webinar', externalId: '7', name: 'Ben Doe', company: 'Hill Hotels' },
  ...{ email: 'ben@hill.example', phone: '+49 30 1234567' },
};

function sweepOf({ db, clock }: Awaited<ReturnType<typeof testContext>>): Promise<void> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    await cancelOrphans(tx);
    for (const lane of LANES) {
      const lease = { leaseToken: 'lease', leaseUntil: now + 1, lookAfterMs: 1 };
      const [row] = await leaseRows(tx, { lane, now, ...lease, limit: 1 });
      if (row) await finishRow(tx, row, { ...SENT, now });
    }
    for (const ask of [oldestWait, nextDue, oldestLiveWait]) await ask(tx, now);
    await hasWork(tx);
  });
}

const SENT = {
  ...({ status: 'sent', attempts: 1, nextAttemptAt: 0, doubtSince: null, doubtChecks: 0 } as const),
  ...{ plainness: 0, isUnthreaded: false, shownHash: null, lastFailure: null, isShown: true },
};

/** Each once, in the order in which they are first asked. */
function written(plans: readonly Plan[]): string {
  const texts = plans.map(({ sql, words }) => [...words.map((word) => `-- ${word}`), `${broken(sql)};`]);
  return [...new Set(texts.map((lines) => lines.join('\n')))].join('\n\n');
}

/** As people write them: a line for each part. */
function broken(sql: string): string {
  return sql.replaceAll(/ (from|where|order by|group by|limit|returning|values|on conflict|set) /g, '\n$1 ');
}
