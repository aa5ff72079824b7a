import type { RepHome } from '../../domain/home.ts';
import { readAskedBack, readDeals, readSnoozed } from '../../usecases/home/read-listed.ts';
import { readOwedTo, readOwn, readTogether } from '../../usecases/home/read-owed.ts';
import type { HomeReading } from '../../usecases/home/reading.ts';

/** More than anybody does in a day; and Slack shows a hundred blocks at most, also to who is everything. */
const OWN_SHOWN = 9;
const TOGETHER_SHOWN = 3;
const KEPT_SHOWN = 2;
const OWED_TO_SHOWN = 5;

/** `sells`: who is named for something else is not asked for what sales owe together; they see how much it is. */
export async function repHome(reading: HomeReading, sells: boolean): Promise<RepHome> {
  return {
    role: 'rep',
    ...(await readOwn(reading, OWN_SHOWN)),
    together: await readTogether(reading, 'sales', sells ? TOGETHER_SHOWN : 0),
    deals: await readDeals(reading, { limit: KEPT_SHOWN }),
    snoozed: await readSnoozed(reading, { limit: KEPT_SHOWN }),
    askedBack: await readAskedBack(reading, { limit: KEPT_SHOWN }),
    owedTo: await readOwedTo(reading, { limit: OWED_TO_SHOWN }),
  };
}
