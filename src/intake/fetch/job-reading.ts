import { z } from 'zod';
import type { FetchJob } from '../../domain/delivery/fetch-job.ts';
import type { Reading } from '../webhooks/vendor.ts';

const Body = z.object({
  wish: z.object({ source: z.string().nullable(), campaign: z.string().nullable() }),
});

/** What the webhook's address wished for is heeded when the person arrives. */
export function readingOf({ body }: FetchJob, now: number): Reading {
  return { ...Body.parse(JSON.parse(body)), now };
}
