/** Which workspace-wide rate limit each lane counts against. */
import type { Lane } from '../store/outbox/lease.ts';
import type { Rate } from '../store/outbox/pace.ts';
import type { OutboxTimings } from './timings.ts';

export interface Limit {
  name: string;
  rate: Rate;
}

export function limitOf(lane: Lane, { rates }: OutboxTimings): Limit {
  switch (lane) {
    case 'post':
      return { name: 'posts', rate: rates.posts };
    case 'edit':
      return { name: 'edits', rate: rates.edits };
    case 'home':
      return { name: 'homes', rate: rates.homes };
    case 'check':
      return { name: 'reads', rate: rates.reads };
  }
}
