/** What is written down at a booth. */
import type { Context } from '../../src/usecases/context.ts';
import { type EnteredLead, enterLead } from '../../src/usecases/lead/enter-lead.ts';
import { ANA, FIELD } from './people.ts';

export const DANA: EnteredLead = {
  source: 'Fair Berlin',
  name: 'Dana Whitfield',
  company: 'Harbour Hotels',
  reach: 'dana@harbour.example, +44 20 7946 0018',
  message: 'Wants the group view.',
  segment: null,
  isHot: true,
  isTest: false,
  claims: true,
};

export const enter = (ctx: Context, entryId: string, entered = DANA, person = ANA) =>
  enterLead(ctx, { person, channel: FIELD, entryId, entered });

export async function leads(ctx: Context) {
  return ctx.db.transaction((tx) => tx.sql.selectFrom('lead').selectAll().orderBy('id').execute());
}
