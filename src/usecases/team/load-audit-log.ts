import type { AuditEntry } from '../../domain/team/audit.ts';
import { listAuditEntries } from '../../store/team/audit-log.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

const LATEST = 50;

/** For everybody: how the team works is no secret within it. */
export function loadAuditLog(ctx: Context): Promise<{ entries: AuditEntry[]; timezone: string }> {
  return perform(ctx, 'tango', async ({ tx, settings }) => ({
    entries: await listAuditEntries(tx, LATEST),
    timezone: settings.timezone,
  }));
}
