/** What marketing is to answer, as each marketer sees it: whoever has the campaign, any of them may. */
import type { HomeEntry, Page } from '../../domain/home.ts';
import { REJECTS_KINDS } from '../../domain/promise/kinds.ts';
import type { Bound } from '../../domain/promise/promise.ts';
import { countOwed, findOwed, listOwers, type OwedFilter } from '../../store/promise/owed.ts';
import { entriesOf } from './read-entries.ts';
import type { HomeReading, Part } from './reading.ts';

/** Their own first, then those of the others; of each what is due first. */
export async function readToAnswer(
  reading: HomeReading,
  { limit, offset = 0 }: Part,
): Promise<Page<HomeEntry>> {
  const { tx, now, person } = reading;
  const others = (await listOwers(tx)).filter((bound) => bound !== person);
  const first = { limit: offset + limit };
  const rows = [
    ...(await findOwed(tx, filterOf([person]), first)),
    ...(await findOwed(tx, filterOf(others), first)),
  ];
  const counts = await countOwed(tx, filterOf([person, ...others]), [now, now]);
  const shown = rows.slice(offset, offset + limit);
  return { shown: await entriesOf(reading, shown), count: counts.reduce((sum, { all }) => sum + all, 0) };
}

function filterOf(owedBy: readonly Bound[]): OwedFilter {
  return { owedBy, kinds: REJECTS_KINDS, withTests: false, quietUntil: null, dueBefore: null };
}
