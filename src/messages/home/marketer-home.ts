import type { MarketerHome } from '../../domain/home.ts';
import type { Cohort } from '../../domain/scorecard/cohort.ts';
import { countGuesses } from '../../store/source/guess.ts';
import { campaignsOf, readAccepted, readRejects } from '../../usecases/home/read-listed.ts';
import { readTogether } from '../../usecases/home/read-owed.ts';
import type { HomeReading } from '../../usecases/home/reading.ts';

const CAMPAIGNS_SHOWN = 6;
const TOGETHER_SHOWN = 3;
const STORIES_SHOWN = 2;

export async function marketerHome(reading: HomeReading, week: Cohort): Promise<MarketerHome> {
  return {
    role: 'marketer',
    together: await readTogether(reading, 'marketing', TOGETHER_SHOWN),
    accepted: await readAccepted(reading, { limit: STORIES_SHOWN }),
    campaigns: campaignsOf(week, { limit: CAMPAIGNS_SHOWN }),
    rejects: (await readRejects(reading, { limit: 0 })).count,
    names: await countGuesses(reading.tx),
  };
}
