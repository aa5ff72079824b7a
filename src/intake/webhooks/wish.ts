import type { Request } from 'express';
import { cleanLine } from '../../reading/text.ts';
import type { Wish } from './vendor.ts';

/** `?source=Webinar&campaign=Hotels` of an address. */
export function wishOf({ query }: Request): Wish {
  return { source: wished(query.source), campaign: wished(query.campaign) };
}

function wished(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? cleanLine(first.replaceAll('\0', '')).slice(0, 200) || null : null;
}
