import { type Backlog, timeToPost } from '../../domain/delivery/backlog.ts';
import { sayDuration } from './duration.ts';

/** "about 3 minutes" */
export function sayTimeToPost(backlog: Pick<Backlog, 'target' | 'waiting'>): string {
  const ms = timeToPost(backlog);
  return ms === null ? 'as soon as a channel is named' : `about ${sayDuration(ms)}`;
}
