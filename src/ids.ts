import { randomBytes } from 'node:crypto';

/**
 * UUIDv7 (RFC 9562, 5.7): time first, so that new rows land at the end of an index. Uniqueness comes from 74 random bits.
 */
export function uuidv7(nowMs: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Ids by the given clock; `kind` is for the readable ids of tests (`lead_1`) and not used here. */
export function newIdFrom(clock: { now(): number }): (kind: string) => string {
  return () => uuidv7(clock.now());
}
