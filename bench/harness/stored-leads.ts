/** A team's leads for the benchmarks: a fifth unclaimed, the others claimed, half of those contacted, begun over the last ten days. */
import { sql } from 'kysely';
import type { Lead, LeadId } from '../../src/domain/lead/lead.ts';
import { type LeadInput, type PostRule, receive } from '../../src/domain/lead/receive.ts';
import { chasedAfter } from '../../src/domain/promise/chase.ts';
import { targetOf } from '../../src/domain/promise/kinds.ts';
import { makePromise, type PromiseId, type TeamPromise } from '../../src/domain/promise/promise.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { promiseCalendarOf } from '../../src/domain/team/person.ts';
import type { Settings } from '../../src/domain/team/settings.ts';
import { Database } from '../../src/store/database.ts';
import { insertLeads } from '../../src/store/lead/lead.ts';
import { writePromises } from '../../src/store/promise/promise.ts';
import { loadSettings } from '../../src/store/team/settings.ts';
import type { Context } from '../../src/usecases/context.ts';
import { ensureSettings } from '../../src/usecases/team/ensure-settings.ts';

/** A Tuesday morning in working hours. */
export const NOW = Date.parse('2026-11-17T10:00:00Z');
export const MANAGER = 'U_MAX' as PersonId;

const HOUR = 3_600_000;
const SPREAD = 240 * HOUR;

export interface BenchContext extends Context {
  settings: Settings;
}

export async function benchContext(url: string): Promise<BenchContext> {
  const db = await Database.open(url);
  await db.migrate();
  let ids = 0;
  const ctx = { db, clock: { now: () => NOW }, newId: (kind: string) => `${kind}_${ids++}` };
  await ensureSettings(ctx, {
    leadsChannel: 'C_LEADS',
    fieldChannel: 'C_FIELD',
    marketingChannel: 'C_MARKETING',
    scorecardChannel: 'C_SCORECARD',
    managers: [MANAGER],
    marketers: ['U_MIA'],
    timezone: 'Europe/Berlin',
    currency: 'EUR',
  });
  return { ...ctx, settings: await db.transaction(loadSettings) };
}

export function openLead(ctx: BenchContext, index: number, owner: PersonId): Lead {
  const receivedAt = NOW - Math.floor(((index * 7919) % 10_000) * (SPREAD / 10_000));
  const lead = receivedLead(ctx, index, { receivedAt, post: 'all' });
  if (index % 5 === 0) return lead;
  const claimedAt = receivedAt + HOUR / 2;
  const contactedAt = index % 2 === 0 ? claimedAt + HOUR : null;
  const claimed: Lead = { ...lead, state: 'claimed', owner, claimedAt, contactedAt, activeAt: claimedAt };
  return claimed;
}

/** Out of a file, of the three years before: it has no card. */
export function oldLead(ctx: BenchContext, index: number): Lead {
  const ago = ((index * 7919) % 1_000_003) / 1_000_003;
  return receivedLead(ctx, index, {
    receivedAt: NOW - SPREAD - Math.floor(ago * 3 * 365 * 24 * HOUR),
    post: 'none',
  });
}

export function receivedLead(
  ctx: BenchContext,
  index: number,
  { receivedAt, post }: { receivedAt: number; post: PostRule },
): Lead {
  const input: LeadInput = {
    source: `source ${index % 12}`,
    campaign: `campaign ${index % 40}`,
    name: `Person ${index}`,
    company: `Company ${index % 900}`,
    email: `person${index}@company${index % 900}.example`,
    priority: index % 4 === 0 ? 'hot' : 'standard',
    receivedAt,
  };
  const id = ctx.newId('lead') as LeadId;
  const { settings } = ctx;
  return receive(input, { id, actor: 'api', post, undated: 'new', now: receivedAt, settings }).lead;
}

/** What somebody owes it next, as its moves would have made it; of one without a card nothing, until somebody takes it. */
function promisesOn({ newId, settings }: BenchContext, lead: Lead): TeamPromise[] {
  const isNew = lead.state === 'new' && lead.cardChannel !== null;
  const kind = isNew ? 'claim' : lead.contactedAt === null ? 'contact' : 'verdict';
  if (!isNew && lead.state !== 'claimed') return [];
  const owedBy = lead.owner ?? 'sales';
  const calendar = promiseCalendarOf(lead.owner, settings);
  const made = makePromise({
    ...{ kind, owedBy, calendar, about: lead.id, startMove: 'event', id: newId('promise') as PromiseId },
    startedAt: lead.claimedAt ?? lead.receivedAt,
    target: targetOf(kind, lead.priority, { promises: settings.promises, calendar }),
  });
  return chasedAfter([made], [], null);
}

export async function store(ctx: BenchContext, leads: readonly Lead[]): Promise<void> {
  for (let from = 0; from < leads.length; from += 1_000) {
    const some = leads.slice(from, from + 1_000);
    await ctx.db.transaction(async (tx) => {
      await insertLeads(tx, some);
      await writePromises(
        tx,
        some.flatMap((lead) => promisesOn(ctx, lead)),
      );
    });
  }
  // As a database that has lived for a while: PostgreSQL does it by itself, a minute later. SQLite has what Tango does for it.
  if (ctx.db.dialect === 'postgres') await ctx.db.transaction((tx) => sql`analyze`.execute(tx.sql));
}
