/** A team in which Ana and Ben take turns. */
import type { RoutingRule } from '../../src/domain/routing/routing.ts';
import { render } from '../../src/messages/index.ts';
import { insertMissingSettings } from '../../src/store/team/settings.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { berlin } from './berlin.ts';
import { type TestContext, testContext } from './context.ts';
import type { DIALECTS } from './databases.ts';
import { ANA, BEN } from './people.ts';
import { BERLIN } from './sample-lead.ts';

export const NOON = berlin('2026-11-17T12:00');

export const RULE: RoutingRule = {
  id: 'rule_1',
  sources: [],
  regions: [],
  mode: 'assign',
  people: [
    { person: ANA, weight: 1 },
    { person: BEN, weight: 1 },
  ],
  cap: 3,
};

export async function world(
  dialect: (typeof DIALECTS)[number],
  rule: RoutingRule | null,
): Promise<TestContext> {
  const ctx = await testContext(dialect, { startAt: NOON, firstStart: { timezone: BERLIN } });
  if (rule) await setRule(ctx, rule);
  return ctx;
}

export async function setRule(ctx: TestContext, rule: RoutingRule): Promise<void> {
  await ctx.db.transaction((tx) => insertMissingSettings(tx, { routing: { rules: [rule] } }, NOON));
}

export async function arrive(ctx: TestContext, count: number) {
  const inputs = Array.from({ length: count }, (_, n) => ({ source: 'Webinar', name: `Dana ${n + 1}` }));
  return (await receiveLeads(ctx, inputs, { by: 'api', post: 'all' })).map(({ id }) => id);
}

/** What would be said now, and where. */
export function shown(ctx: TestContext, kind: 'lead_line' | 'lead_dm' | 'lead_proposed'): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['ref', 'target'])
      .where('kind', '=', kind)
      .orderBy('id')
      .execute();
    const lines: string[] = [];
    for (const { ref, target } of rows) {
      const view = await render(tx, { kind, ref }, ctx.clock.now());
      if (view && 'text' in view) lines.push(`${target}: ${view.text}`);
    }
    return lines;
  });
}
