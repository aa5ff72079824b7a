/** Unique keys: of two that bring the same the second one finds it there, and does no harm. */
import type { Guard } from './guard.ts';

const DELIVERIES = 'test/races/deliveries.test.ts';
const LEADS = 'migrations/20261121T0900-leads.ts';
const TEAM = 'migrations/20261121T0920-team.ts';
const PROMISES = 'migrations/20261126T2110-promises.ts';
const INSIGHTS = 'migrations/20261121T0940-insights.ts';
const FIELD = 'test/usecases/insight/answer-request.test.ts';

type Rest = Pick<Guard, 'test' | 'turnsRed'>;

const LEAD_ONCE: Rest = { test: DELIVERIES, turnsRed: 'are one lead when two senders bring it' };
const NAG_ONCE: Rest = { test: DELIVERIES, turnsRed: 'are one nag' };
const KEY_ONCE: Rest = { test: DELIVERIES, turnsRed: 'are one call under one key' };
const RUN_ONCE: Rest = { test: DELIVERIES, turnsRed: 'are one run of a job' };
const REQUEST_ONCE: Rest = { test: DELIVERIES, turnsRed: 'are one request when a form is sent twice' };
const STORY_ONCE: Rest = { test: DELIVERIES, turnsRed: 'are one story when a form is sent twice' };
const REPLY_ONCE: Rest = {
  test: FIELD,
  turnsRed: 'shows the asker who can’t help, once, and lets them change their mind',
};
const SOURCE_ONCE: Rest = {
  test: 'test/usecases/source/find-delivered.test.ts',
  turnsRed: 'that meet a new source at once make one of it',
};
const SAID_ONCE: Rest = { test: DELIVERIES, turnsRed: 'are one row of the outbox' };
const FETCH_ONCE: Rest = { test: DELIVERIES, turnsRed: 'are one fetch' };
const REASONS_ONCE: Rest = {
  test: DELIVERIES,
  turnsRed: 'are one list of reject reasons at the first start',
};
const BOOTH_ONCE: Rest = { test: DELIVERIES, turnsRed: 'are both counted at one booth' };

const REJECTS_ONCE: Rest = {
  test: 'test/usecases/rejects/ask-about-rejects.test.ts',
  turnsRed: 'once, however often and by how many it is asked',
};

const ALERT_ONCE: Rest = {
  test: 'test/usecases/source/watch-sources.test.ts',
  turnsRed: 'is told once, by how many it is seen at the same moment',
};

const IGNORED: readonly (readonly [name: string, file: string, key: string, Rest])[] = [
  ['a lead that came before', 'lead/lead', "columns(['source', 'externalId'])", LEAD_ONCE],
  ['a nag that was said', 'nag/nag', "columns(['leadId', 'promise', 'step', 'cycleAt'])", NAG_ONCE],
  ['a call that was made', 'delivery/idempotency', "columns(['route', 'key'])", KEY_ONCE],
  ['a job that was run', 'job/job-run', "columns(['job', 'occurrence'])", RUN_ONCE],
  ['a request that was made', 'insight/request', "column('submission')", REQUEST_ONCE],
  ['a story that was told', 'story/story', "column('submission')", STORY_ONCE],
  [
    'a reply that was given',
    'insight/request',
    "columns(['requestId', 'person', 'kind', 'namedPerson'])",
    REPLY_ONCE,
  ],
  ['a campaign’s rejects of a week', 'rejects/rejects', "columns(['week', 'key'])", REJECTS_ONCE],
  [
    'what was said of a source',
    'source/alert',
    "columns(['kind', 'sourceId']).where('endedAt', 'is', null)",
    ALERT_ONCE,
  ],
  ['a source that is known', 'source/source', "column('key')", SOURCE_ONCE],
  ['a campaign that is known', 'source/source', "columns(['key', 'sourceKey'])", SOURCE_ONCE],
  [
    'a file that was brought',
    'brought-file/brought-file',
    "columns(['channel', 'ts', 'fileId'])",
    {
      test: 'test/usecases/brought-file/bring-files.test.ts',
      turnsRed: 'A file is one, however often Slack tells of it',
    },
  ],
  [
    'a form of a vendor’s that is known',
    'web-form/web-form',
    "column('keyHash')",
    {
      test: 'test/usecases/web-form/vendor-forms.test.ts',
      turnsRed: 'of a vendor is one row for two deliveries at once',
    },
  ],
  ['a fetch that was ordered', 'delivery/fetch-job', "columns(['vendor', 'objectId'])", FETCH_ONCE],
  ['a reason that is there', 'reject-reason/reject-reason', "column('code')", REASONS_ONCE],
  [
    'a person who is known',
    'team/person',
    "column('id')",
    { test: DELIVERIES, turnsRed: 'are one person who is seen for the first time' },
  ],
  [
    'a setting that somebody made',
    'team/settings',
    "column('key')",
    {
      test: 'test/usecases/team/ensure-settings.test.ts',
      turnsRed: 'happens once: what the environment says later has no effect',
    },
  ],
  [
    'a week that is published',
    'scorecard/scorecard',
    "column('week')",
    {
      test: 'test/usecases/scorecard/publish-scorecard.test.ts',
      turnsRed: 'is published once, whoever asks and however many at the same moment',
    },
  ],
  [
    'a trouble that is known',
    'outbox/trouble',
    "column('subject')",
    {
      test: 'test/store/outbox.test.ts',
      turnsRed: 'tells of a trouble once, and again after a while if it is still so',
    },
  ],
];

const WRITTEN_ONCE: readonly Guard[] = IGNORED.map(([name, file, key, rest]) => ({
  name: `${name} is not written again`,
  file: `src/store/${file}.ts`,
  text: `.onConflict((conflict) => conflict.${key}.doNothing())`,
  without: '',
  ...rest,
}));

const CONSTRAINTS: readonly (readonly [file: string, text: string, without: string, Rest])[] = [
  [
    'migrations/20261128T1640-source-alerts.ts',
    'create unique index source_alert_open',
    'create index source_alert_open',
    ALERT_ONCE,
  ],
  [
    'migrations/20261128T1610-rejects.ts',
    ".addUniqueConstraint('rejects_week', ['week', 'key'])",
    '',
    REJECTS_ONCE,
  ],
  [
    LEADS,
    "createIndex('lead_source_external_id')\n    .unique()",
    "createIndex('lead_source_external_id')",
    LEAD_ONCE,
  ],
  [
    PROMISES,
    ".addUniqueConstraint('nag_of_lead_once', ['lead_id', 'promise', 'step', 'cycle_at'])",
    '',
    NAG_ONCE,
  ],
  [
    PROMISES,
    'create unique index promise_running',
    'create index promise_running',
    {
      test: 'test/store/promise/promise.test.ts',
      turnsRed: 'are at most one of a kind about one thing: the database holds it',
    },
  ],
  [TEAM, ".addPrimaryKeyConstraint('idempotency_key_once', ['route', 'key'])", '', KEY_ONCE],
  [TEAM, ".addPrimaryKeyConstraint('job_run_once', ['job', 'occurrence'])", '', RUN_ONCE],
  [
    INSIGHTS,
    "one request.\n    .addColumn('submission', 'text', (c) => c.notNull().unique())",
    "one request.\n    .addColumn('submission', 'text', (c) => c.notNull())",
    REQUEST_ONCE,
  ],
  [
    INSIGHTS,
    "'story')\n    .addColumn('id', 'text', (c) => c.primaryKey())\n    .addColumn('submission', 'text', (c) => c.notNull().unique())",
    "'story')\n    .addColumn('id', 'text', (c) => c.primaryKey())\n    .addColumn('submission', 'text', (c) => c.notNull())",
    STORY_ONCE,
  ],
  [
    INSIGHTS,
    ".addUniqueConstraint('insight_reply_once', ['request_id', 'person', 'kind', 'named_person'])",
    '',
    REPLY_ONCE,
  ],
  [
    'migrations/20261121T0910-outbox.ts',
    "'dedupe_key', 'text', (c) => c.notNull().unique()",
    "'dedupe_key', 'text', (c) => c.notNull()",
    SAID_ONCE,
  ],
  [
    'migrations/20261121T0910-outbox.ts',
    ".addUniqueConstraint('slack_message_place', ['channel', 'ts'])",
    '',
    { test: 'test/store/outbox.test.ts', turnsRed: 'knows one thing that a message shows' },
  ],
  [
    'migrations/20261121T1000-fetch-jobs.ts',
    ".addPrimaryKeyConstraint('fetch_job_once', ['vendor', 'object_id'])",
    '',
    FETCH_ONCE,
  ],
  [
    'migrations/20261126T1630-door-counts.ts',
    ".addPrimaryKeyConstraint('door_count_once', ['day', 'door', 'result'])",
    '',
    {
      test: 'test/usecases/delivery/watch-doors.test.ts',
      turnsRed: 'is one row a day, door and result, however often it is counted',
    },
  ],
  [
    'migrations/20261121T1100-stands.ts',
    ".addPrimaryKeyConstraint('stand_key', ['person', 'channel', 'day'])",
    '',
    BOOTH_ONCE,
  ],
];

export const KEYS: readonly Guard[] = [
  ...WRITTEN_ONCE,
  ...CONSTRAINTS.map(([file, text, without, rest]) => ({
    name: `the key behind "${rest.turnsRed}" is unique`,
    ...{ file, text, without, ...rest },
  })),
  {
    name: 'what is said once is not enqueued again',
    file: 'src/store/outbox/enqueue.ts',
    text: ".onConflict((conflict) => conflict.column('dedupeKey').doNothing())",
    without:
      ".onConflict((conflict) => conflict.column('dedupeKey').doUpdateSet((eb) => rearmed(eb, values.armedAt)))",
    ...SAID_ONCE,
  },
];
