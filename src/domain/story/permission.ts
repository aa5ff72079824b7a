/** What the customer allows us to use, use by use. Nothing is permitted until somebody said so. */

export const USES = ['quote', 'name_and_title', 'company_name', 'logo', 'photo_or_video'] as const;

export type Use = (typeof USES)[number];

/** How we know that the customer agreed. */
export interface Consent {
  evidence: string | null;
  grantedBy: string | null;
  /** YYYY-MM-DD, that day included; null: until further notice. */
  until: string | null;
}

export type Permission = { status: 'to_ask' } | { status: 'refused' } | ({ status: 'granted' } & Consent);

export type Permissions = Record<Use, Permission>;

export interface PermissionAnswers {
  granted: readonly Use[];
  refused: readonly Use[];
  consent: Consent;
}

/** What was neither granted nor refused is to be asked. */
export function permissionsOf({ granted, refused, consent }: PermissionAnswers): Permissions {
  const one = (use: Use): Permission => {
    if (refused.includes(use)) return { status: 'refused' };
    return granted.includes(use) ? { status: 'granted', ...consent } : { status: 'to_ask' };
  };
  return Object.fromEntries(USES.map((use) => [use, one(use)])) as Permissions;
}

/** Why a use is not permitted on a day: refused, not asked yet, or granted until a day before. */
export interface MissingPermission {
  use: Use;
  /** YYYY-MM-DD, the last day of a permission that has run out. */
  why: 'refused' | 'to_ask' | { ranOut: string };
}

export function missingPermission(use: Use, permission: Permission, today: string): MissingPermission[] {
  if (isPermitted(permission, today)) return [];
  const why = permission.status === 'granted' ? { ranOut: permission.until ?? today } : permission.status;
  return [{ use, why }];
}

export function isPermitted(permission: Permission, today: string): boolean {
  return permission.status === 'granted' && (permission.until === null || permission.until >= today);
}
