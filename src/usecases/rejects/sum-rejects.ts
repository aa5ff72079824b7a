import { countReasons, type Rejects, type SummedRejects, standing } from '../../domain/rejects/rejects.ts';
import { listRejectReasons } from '../../store/reject-reason/reject-reason.ts';
import { listRejectedLeads } from '../../store/rejects/rejects.ts';
import { namesOf } from '../../store/source/name-book.ts';
import type { Tx } from '../../store/transaction.ts';

/** As they are now: what was taken back is left out, and each is called as it is today. */
export async function sumRejects(tx: Tx, rejects: Rejects): Promise<SummedRejects> {
  const leads = standing(await listRejectedLeads(tx, rejects.id));
  const labels = new Map((await listRejectReasons(tx)).map(({ code, label }) => [code, label]));
  const names = await namesOf(tx, [rejects]);
  return {
    rejects,
    source: names.source(rejects.source),
    campaign: names.campaign(rejects),
    leads: leads.length,
    reasons: countReasons(leads, labels),
  };
}
