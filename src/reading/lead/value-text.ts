import { cleanProse } from '../text.ts';

const MAX_DEPTH = 8;

/** Any JSON value as a person would read it; blank counts as absent. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (isDeeper(value, MAX_DEPTH)) return '(nested too deeply to be kept)';
  return cleanProse(plain(value).replaceAll('\0', '')) || null;
}

function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.map(plain).filter(Boolean).join(', ');
}

/** Stops at the limit, before the stack does. */
export function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1));
}
