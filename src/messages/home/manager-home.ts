import type { ManagerHome, WeekSoFar } from '../../domain/home.ts';
import { type Cohort, isQualified } from '../../domain/scorecard/cohort.ts';
import { listBacklog } from '../../store/outbox/backlog.ts';
import { readPairs, readStopped, readTroubles } from '../../usecases/home/read-listed.ts';
import { readBroken } from '../../usecases/home/read-owed.ts';
import type { HomeReading } from '../../usecases/home/reading.ts';

const BROKEN_SHOWN = 5;
const NAMES_SHOWN = 3;
const TROUBLES_SHOWN = 3;
const STOPPED_SHOWN = 2;
const PAIRS_SHOWN = 2;

export async function managerHome(reading: HomeReading, week: Cohort): Promise<ManagerHome> {
  return {
    role: 'manager',
    bulk: await bulkCards(reading),
    troubles: await readTroubles(reading, { limit: TROUBLES_SHOWN }),
    ...(await readBroken(reading, { names: NAMES_SHOWN, limit: BROKEN_SHOWN })),
    pairs: await readPairs(reading, { limit: PAIRS_SHOWN }),
    week: weekSoFar(week),
  };
}

async function bulkCards(reading: HomeReading): Promise<ManagerHome['bulk']> {
  const waiting = (await listBacklog(reading.tx)).filter(({ bulk }) => bulk > 0);
  return { waiting, stopped: await readStopped(reading, { limit: STOPPED_SHOWN }) };
}

function weekSoFar({ week, leads }: Cohort): WeekSoFar {
  return {
    week,
    leads: leads.length,
    qualified: leads.filter(isQualified).length,
    won: leads.filter(({ state }) => state === 'won').length,
    untouched: leads.filter(({ state }) => state === 'new').length,
  };
}
