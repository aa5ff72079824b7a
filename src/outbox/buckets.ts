/** Which workspace-wide bucket each lane draws from. */
import type { Lane } from '../store/outbox-delivery.ts';
import type { Rate } from '../store/pace.ts';
import type { OutboxTimings } from './timings.ts';

export interface Bucket {
  name: string;
  rate: Rate;
}

export function bucketOf(lane: Lane, { rates }: OutboxTimings): Bucket {
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
