import type { AuditEntry } from '../../domain/team/audit.ts';
import { listAuditEntries } from '../../store/team/audit-log.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';

const LATEST = 50;

/** For everybody: how the team works is no secret within it. */
export function loadAuditLog(ctx: Context): Promise<{ entries: AuditEntry[]; timezone: string }> {
  return ctx.db.transaction(async (tx) => ({
    entries: await listAuditEntries(tx, LATEST),
    timezone: (await loadSettings(tx)).timezone,
  }));
}
