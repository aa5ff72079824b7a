import { ExpressReceiver, type Logger as SlackLogger } from '@slack/bolt';
import type { Request, Response } from 'express';
import type { WorkCount } from './work-count.ts';

interface Options {
  signingSecret: string;
  logger: SlackLogger;
  /** Whether a request can be acted upon at this moment. */
  accepts: () => boolean;
  work: WorkCount;
}

/** Slack repeats events by itself and tells a person who clicked that it did not go through. */
const RETRY_AFTER_SECONDS = '5';

/** As every refusal of ours (RFC 9457). */
const NOT_YET = {
  type: 'about:blank',
  title: 'Service Unavailable',
  status: 503,
  detail: 'Slack has not answered us yet, so that nothing could be acted upon',
};

/**
 * Signed requests, and 503 for each that nobody would act upon: before it is initialized, Bolt answers 200 to everything and drops it.
 * Stands behind the check of the signature and behind Slack's questions about the address, which are answered at any time.
 */
export class HttpReceiver extends ExpressReceiver {
  readonly #accepts: () => boolean;
  readonly #work: WorkCount;

  constructor({ signingSecret, logger, accepts, work }: Options) {
    super({ signingSecret, logger, endpoints: '/slack/events', bodyLimit: '1mb' });
    this.#accepts = accepts;
    this.#work = work;
  }

  override async requestHandler(request: Request, response: Response): Promise<void> {
    if (this.#accepts()) return this.#work.during(() => super.requestHandler(request, response));
    response.status(503).set('retry-after', RETRY_AFTER_SECONDS);
    response.type('application/problem+json').send(JSON.stringify(NOT_YET));
  }
}
