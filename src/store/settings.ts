import { z } from 'zod';
import type { PersonId } from '../domain/people.ts';
import { FIRST_SETTINGS, type Settings } from '../domain/settings.ts';
import { assertTransaction, type Tx } from './transaction.ts';

const person = z.string().transform((id) => id as PersonId);
const targets = z.object({ hot: z.number(), standard: z.number() });

const SettingsJson: z.ZodType<Settings, unknown> = z.object({
  leadsChannel: z.string().nullable(),
  fieldChannel: z.string().nullable(),
  marketingChannel: z.string().nullable(),
  scorecardChannel: z.string().nullable(),
  managers: z.array(person),
  marketers: z.array(person),
  timezone: z.string(),
  currency: z.string(),
  calendar: z.object({
    weekdays: z.array(z.number()),
    from: z.string(),
    to: z.string(),
    daysOff: z.array(z.string()),
  }),
  promises: z.object({ claim: targets, contact: targets, verdict: targets }),
  contactShownTo: z.enum(['channel', 'owner']),
  scorecardAt: z.object({ weekday: z.number(), time: z.string() }),
});

/** One row a setting, so that two managers who change two things at once both keep theirs; what nobody has set is as at the start. */
export async function loadSettings(tx: Tx): Promise<Settings> {
  const rows = await tx.sql.selectFrom('setting').select(['key', 'value']).execute();
  const set = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value)]));
  return SettingsJson.parse({ ...FIRST_SETTINGS, ...set });
}

/** Adds what is not there yet; what managers have set stays. */
export async function insertMissingSettings(tx: Tx, settings: Partial<Settings>, now: number): Promise<void> {
  assertTransaction(tx);
  const rows = Object.entries(settings).map(([key, value]) => ({
    key,
    value: JSON.stringify(value),
    updated_at: now,
    updated_by: 'tango',
  }));
  if (rows.length === 0) return;
  await tx.sql
    .insertInto('setting')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}
