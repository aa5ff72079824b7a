/**
 * Fetches the people whom a webhook named by an id alone. Wakes on commit and once a sweep; the network is outside of any transaction.
 * A crash in between leaves the job claimed until its lease runs out. One of the places where an unexpected
 * error ends (test/architecture.test.ts).
 */
import type { FetchJob } from '../../domain/delivery/fetch-job.ts';
import { vendorFormKey } from '../../domain/web-form/web-form.ts';
import { coerceError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import type { Context } from '../../usecases/context.ts';
import {
  leaseDueFetches,
  parkWithoutToken,
  receiveFetched,
  recordFetchFailure,
} from '../../usecases/delivery/run-fetches.ts';
import type { Brought } from '../../usecases/delivery/take-delivery.ts';
import { findFormMeanings } from '../../usecases/web-form/vendor-forms.ts';
import { readVendorForms } from '../webhooks/lead/read-vendor-forms.ts';
import type { WebhookSettings } from '../webhooks/settings.ts';
import { hubspotContact } from './hubspot.ts';
import { readingOf } from './job-reading.ts';
import { metaLead } from './meta.ts';
import type { FetchedPeople, FetchFailed, FetchSource } from './source.ts';
import { Tokens } from './tokens.ts';

const SOURCES: readonly FetchSource[] = [hubspotContact, metaLead];

/** As many as are asked for at once; all of them are answered or given up well within the lease. */
const PARALLEL = 5;
const LEASE_MS = 60_000;
const SWEEP_MS = 15_000;

interface RunnerDeps {
  ctx: Context;
  settings: WebhookSettings;
  log: Logger;
}

export class FetchRunner {
  readonly #deps: RunnerDeps;
  /** Tokens whose absence the log has been told of. */
  readonly #missing = new Set<string>();
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #unlisten: (() => void) | undefined;
  #wokenMeanwhile = false;
  #stopping = new AbortController();

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#stopping = new AbortController();
    this.#unlisten ??= this.#deps.ctx.db.listen('fetch', () => this.#wake());
    this.#wake();
  }

  /** Breaks off what is being asked for: it is asked for again after the restart. */
  async stop(): Promise<void> {
    this.#unlisten?.();
    this.#unlisten = undefined;
    clearTimeout(this.#timer);
    this.#stopping.abort();
    await this.#running;
  }

  /** Fetches all that is due at `now`, once each. Never rejects. */
  async runOnce(now: number): Promise<void> {
    for (const source of SOURCES) {
      try {
        await this.#runSource(source, now);
      } catch (thrown) {
        this.#deps.log.error({ err: coerceError(thrown), vendor: source.vendor }, 'fetching leads failed');
      }
    }
  }

  async #runSource(source: FetchSource, now: number): Promise<void> {
    const { ctx, settings, log } = this.#deps;
    const { vendor } = source;
    const variable = settings.secrets[source.token];
    if (variable === undefined) {
      const waiting = await parkWithoutToken(ctx, vendor, source.token);
      if (waiting > 0 && !this.#missing.has(source.token))
        log.error({ vendor, waiting, variable: source.token }, 'leads cannot be fetched: set the variable');
      if (waiting > 0) this.#missing.add(source.token);
      return;
    }
    const tokens = new Tokens(variable);
    let jobs: FetchJob[];
    do {
      const lease = { vendor, now, leaseUntil: now + LEASE_MS, limit: PARALLEL };
      jobs = this.#stopping.signal.aborted ? [] : await leaseDueFetches(ctx, lease);
      const fetched = await Promise.all(jobs.map((job) => this.#fetch(source, job, { tokens, now })));
      for (const { job, brought } of inOrder(fetched.filter((each) => each !== null)))
        await this.#take(job, brought, { tokens });
    } while (jobs.length === PARALLEL);
  }

  /** Null: nothing came, and what that means is recorded. */
  async #fetch(
    source: FetchSource,
    job: FetchJob,
    { tokens, now }: { tokens: Tokens; now: number },
  ): Promise<Fetched | null> {
    const { ctx, settings } = this.#deps;
    const isShared = tokens.isOneForAll;
    try {
      const token = tokens.of(job);
      if (token === null) {
        await this.#fail(job, { kind: 'token', code: 'no_token', isShared });
        return null;
      }
      const meaningsOf = (formId: string) => findFormMeanings(ctx, vendorFormKey(job.vendor, formId));
      const call = { job, token, settings, now, signal: this.#stopping.signal, meaningsOf };
      const fetched = await source.fetchLead(call);
      if ('leads' in fetched) return { job, brought: await withForms(ctx, job, fetched, now) };
      await this.#fail(job, { ...fetched, isShared });
    } catch (thrown) {
      await this.#failOddly(job, thrown, isShared);
    }
    return null;
  }

  async #take(job: FetchJob, brought: Brought, { tokens }: { tokens: Tokens }): Promise<void> {
    try {
      await receiveFetched(this.#deps.ctx, job, brought);
    } catch (thrown) {
      await this.#failOddly(job, thrown, tokens.isOneForAll);
    }
  }

  async #failOddly(job: FetchJob, thrown: unknown, isShared: boolean): Promise<void> {
    const error = coerceError(thrown);
    this.#deps.log.error({ err: error, vendor: job.vendor }, 'a fetched lead could not be taken');
    await this.#fail(job, { kind: 'odd', code: error.name, isShared });
  }

  async #fail(job: FetchJob, failure: FetchFailed & { isShared: boolean }): Promise<void> {
    const { vendor, objectId, attempts } = job;
    const state = await recordFetchFailure(this.#deps.ctx, job, failure);
    const level = state === 'pending' ? 'warn' : 'error';
    const about = { vendor, objectId, attempts, state, failure: `${failure.kind}: ${failure.code}` };
    this.#deps.log[level](about, 'a lead was not fetched');
  }

  #wake(): void {
    if (!this.#unlisten) return;
    if (this.#running) {
      this.#wokenMeanwhile = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.runOnce(this.#deps.ctx.clock.now()).finally(() => this.#rest());
  }

  #rest(): void {
    this.#running = undefined;
    if (!this.#unlisten) return;
    const again = this.#wokenMeanwhile ? 0 : SWEEP_MS;
    this.#wokenMeanwhile = false;
    this.#timer = setTimeout(() => this.#wake(), again);
  }
}

interface Fetched {
  job: FetchJob;
  brought: Brought;
}

/**
 * As people came to the vendor, not as it answered: of two that are one person the first is the earlier here as well. What brings nobody new comes last.
 */
function inOrder(fetched: readonly Fetched[]): Fetched[] {
  const cameAt = ({ brought: { forms = [], leads } }: Fetched) =>
    Math.min(
      ...[...forms.map(({ lead }) => lead), ...leads].map(
        (lead) => lead.receivedAt ?? Number.MAX_SAFE_INTEGER,
      ),
    );
  return fetched.toSorted((a, b) => Number(cameAt(a) > cameAt(b)) - Number(cameAt(a) < cameAt(b)));
}

/** What was filled in is read by what marketers have said of the questions. */
async function withForms(
  ctx: Context,
  job: FetchJob,
  ...[{ submissions: told = [], ...brought }, now]: [FetchedPeople, number]
): Promise<Brought> {
  const reading = readingOf(job, now);
  const read = await readVendorForms(ctx, { door: job.vendor, told }, reading);
  return { ...brought, forms: [...(brought.forms ?? []), ...read] };
}
