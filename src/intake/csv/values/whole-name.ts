import { normalized } from '../columns/aliases.ts';
import type { RowValues } from './read-values.ts';

/** Many programs keep first and last names in columns of their own. */
export function wholeName(values: RowValues): RowValues {
  const { fields, ...own } = values;
  if (own.name !== undefined || typeof fields !== 'object') return values;
  const parts = ['firstname', 'lastname'].map((part) =>
    Object.entries(fields).find(([header]) => normalized(header) === part),
  );
  const name = parts.flatMap((part) => part?.[1] ?? []).join(' ');
  if (name === '') return values;
  const rest = Object.entries(fields).filter(([header]) => !parts.some((part) => part?.[0] === header));
  return { ...own, name, ...(rest.length > 0 ? { fields: Object.fromEntries(rest) } : {}) };
}
