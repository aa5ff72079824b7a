import { type ExpressionBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * Rejected for a reason that counted in no rate then: spam, or a duplicate of yet another one. What follows from the reason today says so only of
 * leads that an earlier version rejected, which did not keep it.
 */
export function isDropped(eb: ExpressionBuilder<Schema, 'lead'>) {
  return eb.or([
    // Null is no answer to what is asked by `not`.
    eb(eb.fn.coalesce('lead.rejectOutcome', sql.lit('')), '=', 'dropped'),
    eb.and([
      eb('lead.rejectOutcome', 'is', null),
      eb.exists(
        eb
          .selectFrom('rejectReason')
          .select('code')
          .whereRef('code', '=', 'lead.rejectReason')
          .where('counts', '=', 0),
      ),
    ]),
  ]);
}
