import {
  isPermitted,
  type MissingPermission,
  type Permission,
  type Permissions,
  USES,
} from '../../../domain/story/permission.ts';
import { USE_WORDS } from '../../../sentences/en/story.ts';
import { escapeText } from '../kit/text.ts';
import { sayDay } from '../kit/times.ts';

/** "Allowed: quote, logo (until 31 December 2027, by Dana, e-mail of 3 May) · To be asked: photo or video" */
export function permissionWords(permissions: Permissions, today: string): string {
  const granted = Object.values(permissions).find((permission) => isPermitted(permission, today));
  const parts = [
    list('Allowed', permissions, (permission) => isPermitted(permission, today)) + consentWords(granted),
    list('Ran out', permissions, (permission) => hasRunOut(permission, today)),
    list('To be asked', permissions, ({ status }) => status === 'to_ask'),
    list('Refused', permissions, ({ status }) => status === 'refused'),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** "logo (refused), quote (allowed until 3 November 2026)" */
export function missingWords(missing: readonly MissingPermission[]): string {
  return missing.map(({ use, why }) => `${USE_WORDS[use]} (${whyWords(why)})`).join(', ');
}

function whyWords(why: MissingPermission['why']): string {
  if (why === 'refused') return 'refused';
  return why === 'to_ask' ? 'not asked yet' : `allowed until ${sayDay(why.ranOut)}`;
}

function list(
  label: string,
  permissions: Permissions,
  includes: (permission: Permission) => boolean,
): string {
  const uses = USES.filter((use) => includes(permissions[use])).map((use) => USE_WORDS[use]);
  return uses.length > 0 ? `${label}: ${uses.join(', ')}` : '';
}

function hasRunOut(permission: Permission, today: string): boolean {
  return permission.status === 'granted' && !isPermitted(permission, today);
}

function consentWords(permission: Permission | undefined): string {
  if (permission?.status !== 'granted') return '';
  const { until, grantedBy, evidence } = permission;
  const words = [until && `until ${sayDay(until)}`, grantedBy && `by ${escapeText(grantedBy)}`];
  const all = [...words, evidence && escapeText(evidence)].filter(Boolean);
  return all.length > 0 ? ` (${all.join(', ')})` : '';
}
