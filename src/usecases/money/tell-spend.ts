/** What somebody fills in: one amount, or the correction of one. */
import type { Overlapped } from '../../domain/money/ledger.ts';
import type { OverlapRule } from '../../domain/money/overlap.ts';
import { spendOf, type ToldSpend } from '../../domain/money/spend-rules.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import type { Context } from '../context.ts';
import { chosenSource } from '../lead/suggest-sources.ts';
import { tryOut } from '../try-out.ts';
import { perform, type Work } from '../work.ts';
import { correctIn } from './correct-spend.ts';
import { assertMayRecord, newBatch, type Recorded, recordPart, refuseOverlaps } from './record-part.ts';
import { chosenCampaign } from './suggest-campaigns.ts';

export interface TellSpend {
  by: PersonId;
  told: ToldSpend;
  /** What is to become of an earlier amount for some of its days; asked unless said. */
  overlap: OverlapRule;
  /** The amount that it corrects. */
  corrects: string | null;
}

/** What it covers a part of, where nobody has said what is to become of that. Nothing is written. */
export function findOverlap(ctx: Context, told: TellSpend): Promise<Overlapped | null> {
  return tryOut(ctx, told.by, async (work) => {
    const recorded = await tell(work, told);
    return recorded && 'refused' in recorded ? recorded.refused : null;
  });
}

/** Answers with its id; with that of the amount which it corrects where it says the same. */
export function tellSpend(ctx: Context, told: TellSpend): Promise<string> {
  return perform(ctx, told.by, async (work) => {
    await work.keepGesture();
    const recorded = await tell(work, told);
    const [made] = refuseOverlaps(recorded ? [recorded] : []);
    return made?.id ?? told.corrects ?? '';
  });
}

async function tell(work: Work, { told, overlap, corrects }: TellSpend): Promise<Recorded | null> {
  assertMayRecord(work);
  const { settings, now } = work;
  const source = told.source && (await chosenSource(work, told.source));
  const campaign = told.campaign && (await chosenCampaign(work, told.campaign));
  const known = { today: dayIn(settings.timezone, now), currency: settings.currency };
  const spend = { ...spendOf({ ...told, source, campaign }, known), overlap };
  if (corrects !== null) return correctIn(work, { id: corrects, spend });
  const [recorded] = await recordPart(work, { batch: newBatch(work), spend: [spend] });
  return recorded ?? null;
}
