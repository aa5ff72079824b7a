import { sourceAlertDm } from '../../domain/announcements/source.ts';
import { whoAnswers } from '../../domain/rejects/who-answers.ts';
import { nameKey } from '../../domain/source/fold.ts';
import { RHYTHM_DAYS, silence } from '../../domain/source/silence.ts';
import type { SourceId } from '../../domain/source/source.ts';
import type { SourceAlert, SourceAlertId } from '../../domain/source/source-alert.ts';
import { dayIn } from '../../domain/time/day.ts';
import { DAY } from '../../domain/time/duration.ts';
import type { Week } from '../../domain/time/week.ts';
import { findScorecard } from '../../store/scorecard/scorecard.ts';
import { endSourceAlert, insertSourceAlert, listOpenAlerts } from '../../store/source/alert.ts';
import { findArrivalDays } from '../../store/source/arrival-days.ts';
import { findSourcesByKey } from '../../store/source/name-book.ts';
import { findSource } from '../../store/source/source.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

/** Whoever was silent for longer when Tango first looks was so before: nobody is told. */
const LOOKED_BACK = RHYTHM_DAYS + 56;

/** What was said of sources ends with their next lead; one that has fallen silent is told of once. Returns how many were told of. */
export function watchSources(ctx: Context): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now, settings } = work;
    const since = now - LOOKED_BACK * DAY;
    const days = await findArrivalDays(tx, { since, timezone: settings.timezone });
    for (const { id, sourceId, since: last } of await listOpenAlerts(tx))
      if ((days.get(sourceId)?.at(-1) ?? '') > last) await endSourceAlert(tx, id, now);
    const today = dayIn(settings.timezone, now);
    let told = 0;
    for (const [sourceId, own] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const silent = silence(own, today);
      if (silent && (await tell(work, { kind: 'silent', sourceId, ...NO_MONEY, ...silent }))) told += 1;
    }
    return told;
  });
}

/** On what money was spent in a published week without a lead of it is told of once. Returns how many were. */
export function tellMoneyWithoutLeads(ctx: Context, week: Week): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const published = await findScorecard(work.tx, week);
    if (!published) return 0;
    const { sources, currency, to } = published.scorecard;
    const inVain = sources.filter(({ leads, spend }) => leads === 0 && spend !== null && spend > 0);
    const known = await findSourcesByKey(
      work.tx,
      inVain.flatMap(({ source }) => (source === null ? [] : [nameKey(source)])),
    );
    let told = 0;
    for (const { source, spend } of inVain) {
      const sourceId = source === null ? undefined : known.get(nameKey(source))?.id;
      if (!sourceId) continue;
      const alert = { kind: 'money', sourceId, since: to, perWeek: null, minor: spend, currency } as const;
      if (await tell(work, alert)) told += 1;
    }
    return told;
  });
}

const NO_MONEY = { minor: null, currency: null };

type Told = Omit<SourceAlert, 'id' | 'told' | 'toldAt' | 'endedAt'>;

async function tell(work: Work, alert: Told): Promise<boolean> {
  const { tx, now, settings } = work;
  const told = whoAnswers([await ownerOf(work, alert.sourceId)], settings, now);
  const id = work.newId('source_alert') as SourceAlertId;
  if (!(await insertSourceAlert(tx, { ...alert, id, told, toldAt: now, endedAt: null }))) return false;
  await work.announce(sourceAlertDm({ id, told }));
  return true;
}

async function ownerOf({ tx }: Work, id: SourceId) {
  return (await findSource(tx, id))?.owner ?? null;
}
