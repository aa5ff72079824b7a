import type { StoriesFacts, WinFact } from '../../domain/scorecard/stories.ts';
import { DAY } from '../../domain/time/duration.ts';
import type { WeekRange } from '../../domain/time/week.ts';
import { requestFromRow } from '../insight/request.ts';
import type { Tx } from '../transaction.ts';

export async function findStoriesFacts(tx: Tx, week: WeekRange): Promise<StoriesFacts> {
  const open = (
    await tx.sql.selectFrom('insightRequest').selectAll().where('state', '=', 'open').execute()
  ).map(requestFromRow);
  const overdue = open.filter(({ dueDate }) => dueDate <= week.to);
  return {
    ...(await countSteps(tx, week)),
    overdue: overdue
      .toSorted((a, b) => (a.dueDate === b.dueDate ? (a.id < b.id ? -1 : 1) : a.dueDate < b.dueDate ? -1 : 1))
      .map(({ id: requestId, kind, topic, people, dueDate }) => ({
        requestId,
        kind,
        topic,
        people,
        dueDate,
      })),
    wins: await findWins(tx, week.end - 365 * DAY, week.end),
    storied: await tx.sql
      .selectFrom('story')
      .select(['leadId', 'segment'])
      .where('state', '!=', 'declined')
      .execute(),
    askedSegments: open.flatMap(({ segment }) => segment ?? []),
  };
}

async function countSteps(
  tx: Tx,
  { start, end }: WeekRange,
): Promise<Pick<StoriesFacts, 'asked' | 'told' | 'published'>> {
  const asked = await tx.sql
    .selectFrom('insightRequest')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('askedAt', '>=', start)
    .where('askedAt', '<', end)
    .executeTakeFirst();
  const told = await tx.sql
    .selectFrom('story')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('toldAt', '>=', start)
    .where('toldAt', '<', end)
    .executeTakeFirst();
  const published = await tx.sql
    .selectFrom('storyEvent')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'published')
    .where('at', '>=', start)
    .where('at', '<', end)
    .executeTakeFirst();
  const [askedCount, toldCount, publishedCount] = [asked, told, published].map((row) =>
    Number(row?.count ?? 0),
  );
  return { asked: askedCount ?? 0, told: toldCount ?? 0, published: publishedCount ?? 0 };
}

async function findWins(tx: Tx, since: number, before: number): Promise<WinFact[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select(['id', 'segment', 'owner', 'closedAt'])
    .where('closedAt', '>=', since)
    .where('closedAt', '<', before)
    .where('state', '=', 'won')
    .where('isTest', '=', 0)
    .execute();
  return rows.flatMap(({ id: leadId, segment, owner, closedAt: wonAt }) =>
    wonAt === null ? [] : { leadId, segment, owner, wonAt },
  );
}
