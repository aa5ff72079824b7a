import { z } from 'zod';
import type { FetchJob } from '../../domain/delivery/fetch-job.ts';
import type { Reading } from '../webhooks/vendor.ts';

const Body = z.object({
  /** The page or account that it came from; left out by earlier versions. */
  account: z.string().nullable().default(null),
  isNew: z.boolean().default(true),
  changed: z.array(z.string()).default([]),
  fills: z.boolean().default(false),
  others: z.array(z.tuple([z.string(), z.unknown()])).default([]),
  wish: z.object({ source: z.string().nullable(), campaign: z.string().nullable() }),
});

/** What the webhook's address wished for is heeded when the person arrives. */
export function readingOf({ body }: FetchJob, now: number): Reading {
  const { wish } = Body.parse(JSON.parse(body));
  return { wish, now };
}

/** What the webhook told besides the id, and nobody knows what it is. */
export function othersOf({ body }: FetchJob): [label: string, value: unknown][] {
  return Body.parse(JSON.parse(body)).others;
}

/** What was said to have changed of somebody who may be here already. */
export function toldOf({ body }: FetchJob): { isNew: boolean; changed: string[]; fills: boolean } {
  return Body.parse(JSON.parse(body));
}

export function accountOf({ body }: FetchJob): string | null {
  return Body.parse(JSON.parse(body)).account;
}
