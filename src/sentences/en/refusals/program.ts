import type { RefusalSentences } from '../../catalog.ts';
import { clip } from '../../clip.ts';

const START_FIRST = 'start Tango or import a file first, or name the right one in DATABASE_URL.';

const LAST_COPY = 'put the last copy of it back (docs/operating.md, "Backup and restore")';

/** An address without a host is a socket of this machine. */
function at(host: string): string {
  return host || 'this machine';
}

function firstLine(text: string): string {
  return clip(text.split('\n')[0] ?? '', 120);
}

function differences(missing: readonly string[] | null, unknown: readonly string[]): string {
  if (missing === null) return 'it is missing';
  const lists = { missing, unknown };
  const said = Object.entries(lists).filter(([, columns]) => columns.length > 0);
  return said.map(([word, columns]) => `${word}: ${columns.join(', ')}`).join('; ');
}

/** What the operator, a sender of leads, or a command line is told. */
export const PROGRAM = {
  field_needed: () => 'Please fill this in.',
  answers_need_another_look: () => 'Some answers need another look.',
  week_not_yet: ({ week, current }) =>
    `There is nothing to tell of week ${week} yet: this is week ${current}.`,
  no_week: ({ text }, voice) => `"${voice.text(clip(text, 31))}" is not a week such as 2026-W47`,
  no_report_day: ({ text }, voice) => `${voice.text(text)} is not a day such as 2026-11-16`,
  range_backwards: ({ from, to }) => `The range ends (${to}) before it begins (${from})`,
  key_used_before: () => 'This Idempotency-Key was used before with another body',
  database_unavailable: () => 'The database cannot be written right now. Please try again in a minute.',
  database_missing: ({ file }) => `There is no database at ${file}: ${START_FIRST}`,
  database_empty: () => `The database that DATABASE_URL names holds nothing of Tango: ${START_FIRST}`,
  database_has_bot: ({ file }) =>
    `A Tango runs on this database already (${file}): a SQLite file has one bot, so stop that one first, or set DATABASE_URL to another file or to PostgreSQL.`,
  database_damaged: ({ file, found }) =>
    `The database ${file} is damaged (${firstLine(found)}): ${LAST_COPY}.`,
  database_no_sqlite: ({ file }) =>
    `${file} is not a SQLite database: name the right file in DATABASE_URL, or ${LAST_COPY}.`,
  database_not_writable: ({ file, code }) =>
    `Tango cannot open ${file} for writing (${code}): let its user write the file and its folder, or name another one in DATABASE_URL.`,
  database_newer: ({ step }) =>
    `The database was brought up to date by a newer Tango (${step} is not known here): start that version, or ${LAST_COPY}.`,
  schema_differs: ({ table, missing, unknown }) =>
    `The table ${table} of the database is not as this version expects it (${differences(missing, unknown)}): ${LAST_COPY}.`,
  postgres_unreachable: ({ host, code }) =>
    `PostgreSQL does not answer at ${at(host)} (${code}): check that it runs, and the address in DATABASE_URL.`,
  postgres_login_refused: ({ host, user }) =>
    `PostgreSQL at ${at(host)} does not let ${user ? `the user ${user}` : 'us'} in: check name and password in DATABASE_URL.`,
  postgres_database_missing: ({ host, name }) =>
    `PostgreSQL at ${at(host)} has no database ${name}: create it, or name another one in DATABASE_URL.`,
  postgres_no_rights: ({ name, user }) =>
    `The PostgreSQL user ${user || 'that DATABASE_URL names'} may not create tables in ${name}: make it the owner of the database.`,
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
