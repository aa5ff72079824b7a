/** The audit log in words, oldest first. */
import { loadAuditLog } from '../../src/usecases/team/load-audit-log.ts';
import { inWords } from './audit.ts';
import type { TestContext } from './context.ts';

export async function log(ctx: TestContext): Promise<ReturnType<typeof inWords>[]> {
  return (await loadAuditLog(ctx)).entries.map(inWords).reverse();
}
