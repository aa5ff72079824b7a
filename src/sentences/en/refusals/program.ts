import type { RefusalSentences } from '../../catalog.ts';
import { clip } from '../../clip.ts';

const START_FIRST = 'start Tango or import a file first, or name the right one in DATABASE_URL.';

/** What the operator, a sender of leads, or a command line is told. */
export const PROGRAM = {
  answers_need_another_look: () => 'Some answers need another look.',
  no_week: ({ text }, voice) => `"${voice.text(clip(text, 31))}" is not a week such as 2026-W47`,
  no_report_day: ({ text }, voice) => `${voice.text(text)} is not a day such as 2026-11-16`,
  range_backwards: ({ from, to }) => `The range ends (${to}) before it begins (${from})`,
  key_used_before: () => 'This Idempotency-Key was used before with another body',
  database_unavailable: () => 'The database cannot be written right now. Please try again in a minute.',
  database_missing: ({ file }) => `There is no database at ${file}: ${START_FIRST}`,
  database_empty: () => `The database that DATABASE_URL names holds nothing of Tango: ${START_FIRST}`,
  database_has_bot: ({ file }) =>
    `A Tango runs on this database already (${file}): a SQLite file has one bot, so stop that one first, or set DATABASE_URL to another file or to PostgreSQL.`,
  file_missing: ({ file }) => `There is no file ${file}`,
  file_is_the_database: ({ file }) =>
    `${file} belongs to the database itself: a copy needs a name of its own`,
  file_is_no_copy: ({ file }) =>
    `${file} is there already and is no copy of a Tango database: choose another name`,
  file_in_use: ({ file, doing }) =>
    `${file} is in use: ${doing === 'backup' ? 'choose another name for the copy' : 'stop Tango before restoring'}`,
  file_damaged: ({ file, found }) => `${file} is damaged: ${found}`,
  file_without_tango: ({ file }) => `${file} holds no Tango database`,
  file_no_sqlite: ({ file }) => `${file} is not a SQLite database`,
  database_is_postgres: ({ instead }) => `DATABASE_URL names a PostgreSQL database: use ${instead}`,
} satisfies Partial<RefusalSentences>;
