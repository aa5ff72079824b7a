import { globSync, readFileSync } from 'node:fs';

interface Proof {
  holds: string;
  files: string[];
}

const NAMED: Record<string, Proof> = {
  fuzz: {
    holds: 'strange bodies at every way in break nothing and write nothing by halves',
    files: ['test/intake/fuzz.test.ts', 'test/intake/api/fuzz.test.ts'],
  },
  killed: {
    holds: 'a bot that is killed at any moment keeps what it confirmed and says each thing once',
    files: ['test/stories/killed.test.ts'],
  },
  race: {
    holds: 'of two who click Claim at the same moment one has it',
    files: ['test/stories/claim-race.test.ts'],
  },
  replicas: {
    holds:
      'several processes on one PostgreSQL do each thing once, also when one is killed or all are restarted in turn',
    files: ['test/torture/replicas.test.ts'],
  },
  month: {
    holds: 'a month of work leaves memory, handles and the log of SQLite as they were',
    files: ['test/torture/month.test.ts'],
  },
  socket: {
    holds: 'a hundred refreshes cost no click, and five hundred reconnects leave nothing behind',
    files: ['test/slack/socket/held.test.ts'],
  },
  noise: {
    holds:
      'in a week of a team everybody hears of what they owe, in their hours, at most so often, and nothing that is over keeps a button',
    files: ['test/noise/noise.test.ts'],
  },
  promises: {
    holds: 'through any life of a lead its promises run once, end once, and stay broken when they broke',
    files: ['test/domain/promise/lead-promises.test.ts'],
  },
  history: {
    holds: 'two years of a CRM come in as exported, by flags and by clicks, and each figure of them is right',
    files: ['test/stories/crm-years.test.ts'],
  },
  mondays: {
    holds:
      'on each Monday a published week is as it was, as it stands is plain SQL, and what moved is named to the last lead and cent',
    files: ['test/stories/mondays.test.ts', 'test/stories/olist-year.test.ts'],
  },
  rejects: {
    holds:
      'a reason’s share before and after its answer is plain SQL, and an answer is said to everybody once',
    files: ['test/stories/rejects-answered.test.ts', 'test/usecases/rejects/read-answered.test.ts'],
  },
  traps: {
    holds: 'a file of 100,000 rows with every trap loses nothing, invents nothing and names each refused row',
    files: ['test/intake/csv/trap-file.test.ts'],
  },
  life: {
    holds: 'a lead follows the model whatever people try',
    files: ['test/stories/lead-life.test.ts'],
  },
};

const named = Object.values(NAMED).flatMap(({ files }) => files);

/** What `npm run prove` can run, by name. */
export const PROOFS: Record<string, Proof> = {
  ...NAMED,
  properties: {
    holds: 'all other properties that fast-check looks for a counterexample to',
    files: globSync('test/**/*.test.ts')
      .filter((path) => !named.includes(path) && readFileSync(path, 'utf8').includes("from 'fast-check'"))
      .sort(),
  },
};
