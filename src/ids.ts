import { randomBytes } from 'node:crypto';

const SEQUENCE_BITS = 12;

/**
 * Ids as UUIDv7 (RFC 9562): time first, so that new rows land at the end of an index. Those of one millisecond count up in the 12 bits of
 * rand_a (method 1 of section 6.2), so that the history of one transaction sorts by id. A clock that goes back does not take the ids back.
 */
export function uuidv7From(clock: { now(): number }): (kind: string) => string {
  let last = 0;
  let sequence = 0;
  return () => {
    const now = clock.now();
    sequence = now > last ? 0 : sequence + 1;
    // The counter is used up: borrow the next millisecond.
    last = Math.max(last, now) + (sequence >> SEQUENCE_BITS);
    sequence &= (1 << SEQUENCE_BITS) - 1;
    return format(last, sequence);
  };
}

function format(ms: number, sequence: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
