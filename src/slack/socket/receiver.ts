import type { App, Receiver, Logger as SlackLogger } from '@slack/bolt';
import { coerceError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { WorkCount } from '../work-count.ts';
import { addressAsker } from './address.ts';
import type { Connection } from './connection.ts';
import type { Envelope } from './frames.ts';
import { Supervisor, type SupervisorOptions } from './supervisor.ts';
import type { SocketTimings } from './timings.ts';

interface Options {
  appToken: string;
  apiUrl: string;
  timings: SocketTimings;
  work: WorkCount;
  log: Logger;
  logger: SlackLogger;
}

/** Bolt's way to hear from Slack over connections that we open. What cannot be acted upon is said in the log, never with what it holds. */
export class SocketReceiver implements Receiver {
  readonly supervisor: Supervisor;
  readonly #work: WorkCount;
  readonly #log: Logger;
  #app: App | undefined;

  constructor(options: Options) {
    this.#work = options.work;
    this.#log = options.log;
    const { timings, log } = options;
    const heard: SupervisorOptions['heard'] = (frame, connection) => this.#hear(frame, connection);
    const askAddress = addressAsker(options);
    this.supervisor = new Supervisor({ askAddress, heard, timings, log, chance: Math.random });
  }

  init(app: App): void {
    this.#app = app;
  }

  start(): Promise<void> {
    return this.supervisor.start();
  }

  async stop(): Promise<void> {
    this.supervisor.close();
  }

  async #hear(frame: Parameters<SupervisorOptions['heard']>[0], connection: Connection): Promise<void> {
    switch (frame.kind) {
      case 'envelope':
        return this.#work.during(() => this.#serve(frame.envelope, connection));
      case 'remark':
        // There is nothing to be done about it, and Slack would say it again.
        connection.acknowledge(frame.id, undefined);
        return this.#log.warn({ code: frame.code }, 'Slack remarks');
      case 'odd':
        return this.#log.warn({ code: frame.code }, 'something came from Slack that is not understood');
    }
  }

  /** Answered through the connection that it came by: Slack's documents promise nothing for another one. */
  async #serve(envelope: Envelope, connection: Connection): Promise<void> {
    const { id, ...event } = envelope;
    let isAnswered = false;
    const ack = async (response?: unknown) => {
      if (isAnswered) return;
      isAnswered = true;
      if (!connection.acknowledge(id, response)) this.#log.warn({}, LOST);
    };
    try {
      await this.#app?.processEvent({ ...event, ack });
    } catch (thrown) {
      this.#log.error({ err: coerceError(thrown) }, 'a Slack request failed');
    }
  }
}

const LOST = 'what was done could not be acknowledged: the connection it came by has gone';
