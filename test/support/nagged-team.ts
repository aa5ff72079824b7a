/** A team in Berlin, the clock, and what is said to whom. */
import { expect } from 'vitest';
import { checkMessage } from '../../emulator/validation/index.ts';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import type { Leave } from '../../src/domain/team/person.ts';
import { render } from '../../src/messages/index.ts';
import { recordMover, updateOwnTime } from '../../src/store/team/person.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { releaseDeactivated } from '../../src/usecases/nag/release-deactivated.ts';
import { sendDigests } from '../../src/usecases/nag/send-digests.ts';
import { sendNags } from '../../src/usecases/nag/send-nags.ts';
import { berlin } from './berlin.ts';
import { type TestContext, testContext } from './context.ts';
import type { DIALECTS } from './databases.ts';
import { ANA, BEN, MAX, MIA } from './people.ts';
import { BERLIN } from './sample-lead.ts';

export const ARRIVED = berlin('2026-11-17T14:15');

type Dialect = (typeof DIALECTS)[number];

/** Ana and Ben are reps at work in Berlin, Max is their manager. */
export async function world(dialect: Dialect): Promise<TestContext> {
  const ctx = await testContext(dialect, { startAt: ARRIVED, firstStart: { timezone: BERLIN } });
  await ctx.db.transaction(async (tx) => {
    for (const id of [ANA, BEN, MIA, MAX]) await recordMover(tx, id, ARRIVED);
  });
  return ctx;
}

export async function arrive(ctx: TestContext, count: number): Promise<LeadId[]> {
  const inputs = Array.from({ length: count }, (_, n) => ({
    source: n % 2 === 0 ? 'Webinar' : 'Trade fair',
    name: `Dana ${n + 1}`,
  }));
  const received = await receiveLeads(ctx, inputs, { by: 'api', post: 'all' });
  return received.map(({ id }) => id);
}

export async function goOnLeave(ctx: TestContext, id: PersonId, leave: Leave): Promise<void> {
  const own = { hours: null, nextHours: null, region: null, leave: [leave] };
  await ctx.db.transaction((tx) => updateOwnTime(tx, id, own, ctx.clock.now()));
}

export async function tick(ctx: TestContext, now: number): Promise<void> {
  ctx.clock.moveTo(now);
  await sendNags(ctx);
  await sendDigests(ctx);
  await releaseDeactivated(ctx);
}

const CHASING = [
  'nag',
  'nag_post',
  'nag_digest',
  'owed_digest',
  'waiting_post',
  'person_gone',
  'lead_back',
  'lead_line',
] as const;

/** What would be said now, in the order of its enqueuing. */
export async function outgoing(ctx: TestContext): Promise<string[]> {
  return (await rendered(ctx)).filter((line) => line !== '');
}

/** The same with empty lines for what has been overtaken; each as Slack would take it. */
export function rendered(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['kind', 'ref', 'target', 'threadOf'])
      .where('kind', 'in', [...CHASING])
      .orderBy('id')
      .execute();
    const lines: string[] = [];
    for (const { kind, ref, target, threadOf } of rows) {
      const view = await render(tx, { kind: kind as (typeof CHASING)[number], ref }, ctx.clock.now());
      if (!view || !('text' in view)) {
        lines.push('');
        continue;
      }
      expect(checkMessage({ text: view.text, blocks: view.blocks })).toEqual([]);
      lines.push(`${kind} ${threadOf ? 'in the thread' : `to ${target}`}: ${view.text}`);
    }
    return lines;
  });
}
