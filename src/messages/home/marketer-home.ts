import type { MarketerHome } from '../../domain/home.ts';
import type { Cohort } from '../../domain/scorecard/cohort.ts';
import { countGuesses } from '../../store/source/guess.ts';
import { campaignsOf, readAccepted, readRejects } from '../../usecases/home/read-listed.ts';
import { readTogether } from '../../usecases/home/read-owed.ts';
import { readToAnswer } from '../../usecases/home/read-rejects-owed.ts';
import type { HomeReading } from '../../usecases/home/reading.ts';

const CAMPAIGNS_SHOWN = 6;
const TOGETHER_SHOWN = 2;
const TO_ANSWER_SHOWN = 2;
const STORIES_SHOWN = 1;

export async function marketerHome(reading: HomeReading, week: Cohort): Promise<MarketerHome> {
  return {
    role: 'marketer',
    together: await readTogether(reading, 'marketing', TOGETHER_SHOWN),
    toAnswer: await readToAnswer(reading, { limit: TO_ANSWER_SHOWN }),
    accepted: await readAccepted(reading, { limit: STORIES_SHOWN }),
    campaigns: campaignsOf(week, { limit: CAMPAIGNS_SHOWN }),
    rejects: (await readRejects(reading, { limit: 0 })).count,
    names: await countGuesses(reading.tx),
  };
}
