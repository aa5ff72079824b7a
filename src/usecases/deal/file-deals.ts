/** Deals that files tell of: of which leads they are, and what earlier files have told of those leads. */
import type { FileDeal } from '../../domain/deal/deal.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { AppError } from '../../errors.ts';
import { findLeadsOfFileDeals, listFileDeals } from '../../store/deal/file-deal.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findUnmerged } from '../../store/lead/lead-match.ts';
import type { Context } from '../context.ts';
import { findLeadOfOutcome, type OutcomeInput } from '../lead/record-outcomes.ts';
import { orderOf, perform, type Work } from '../work.ts';

type Told = Omit<OutcomeInput, 'outcome'>;

/** One for each, in the same order, however each names it; null where nobody is meant, or nobody alone. */
export function findLeadsOfDeals(ctx: Context, told: readonly Told[]): Promise<(LeadId | null)[]> {
  return perform(
    ctx,
    'import',
    async (work) => {
      const found: (LeadId | null)[] = [];
      for (const each of told) found.push(await leadOf(work, each));
      return found;
    },
    { order: orderOf('import') },
  );
}

async function leadOf(work: Work, told: Told): Promise<LeadId | null> {
  try {
    const lead = await findLead(work.tx, await findLeadOfOutcome(work, told));
    return lead && (await findUnmerged(work.tx, lead)).id;
  } catch (thrown) {
    if (thrown instanceof AppError) return null;
    throw thrown;
  }
}

/** As the last file has each; a lead of which none has told is left out. */
export function loadFileDeals(ctx: Context, leadIds: readonly LeadId[]): Promise<Map<LeadId, FileDeal[]>> {
  return ctx.db.transaction((tx) => listFileDeals(tx, leadIds));
}

/** At which leads earlier files have the deals of these ids. */
export function loadLeadsOfFileDeals(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, Set<LeadId>>> {
  return ctx.db.transaction((tx) => findLeadsOfFileDeals(tx, ids));
}
