/** What keeps a database from being opened, as refusals that say what to do. */
import type { TableMetadata } from 'kysely';
import { refuse, refuseBecause } from '../domain/refusals.ts';
import type { AppError } from '../errors.ts';
import { sqliteFileOf } from './dialects.ts';

/** Null: nothing that an operator could mend by what DATABASE_URL names. */
export function openingRefusal(error: Error, url: string): AppError | null {
  const file = sqliteFileOf(url);
  return file === null ? ofPostgres(error, url) : ofFile(error, file);
}

const NO_RIGHTS =
  /^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT|ENAMETOOLONG)/;

function ofFile(error: Error, file: string): AppError | null {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_CORRUPT'))
    return refuseBecause(error, 'database_damaged', { file, found: error.message });
  if (code === 'SQLITE_NOTADB') return refuseBecause(error, 'database_no_sqlite', { file });
  if (NO_RIGHTS.test(code)) return refuseBecause(error, 'database_not_writable', { file, code });
  return null;
}

const UNREACHABLE = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P03|08)/;
const TOO_LATE = /^timeout exceeded when trying to connect/;

/** The address may hold a password: only parts of it are said. */
function ofPostgres(error: Error, url: string): AppError | null {
  const code = codeOf(error);
  const { host, user, name } = addressOf(url);
  if (/^28/.test(code)) return refuseBecause(error, 'postgres_login_refused', { host, user });
  if (code === '3D000') return refuseBecause(error, 'postgres_database_missing', { host, name });
  if (code === '42501') return refuseBecause(error, 'postgres_no_rights', { name, user });
  if (TOO_LATE.test(error.message))
    return refuseBecause(error, 'postgres_unreachable', { host, code: 'ETIMEDOUT' });
  return UNREACHABLE.test(code) ? refuseBecause(error, 'postgres_unreachable', { host, code }) : null;
}

function addressOf(address: string): { host: string; user: string; name: string } {
  const url = URL.parse(address);
  return {
    host: url?.host ?? '',
    user: decodeURIComponent(url?.username ?? ''),
    name: url?.pathname.slice(1) ?? '',
  };
}

function codeOf(error: Error): string {
  return String((error as { code?: unknown }).code);
}

type Table = Pick<TableMetadata, 'name' | 'columns'>;

/** Steps that were edited after they had run leave a database that is told up to date and is another one. */
export function assertSameTables(found: readonly Table[], expected: readonly Table[]): void {
  for (const { name, columns } of expected) {
    const there = found.find((table) => table.name === name);
    const missing = namesIn(columns).filter((column) => !namesIn(there?.columns ?? []).includes(column));
    const unknown = namesIn(there?.columns ?? []).filter((column) => !namesIn(columns).includes(column));
    if (missing.length + unknown.length === 0) continue;
    throw refuse('schema_differs', { table: name, missing: there ? missing : null, unknown });
  }
}

function namesIn(columns: Table['columns']): string[] {
  return columns.map(({ name }) => name);
}
