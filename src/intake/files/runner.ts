/**
 * Looks at the files that people brought in Slack, and imports those that they said yes to. Wakes on commit and once a sweep; the network and
 * the file are outside of any transaction. A crash in between leaves the file leased until that ends, and to import it again takes no row
 * twice. One of the places where an unexpected error ends (test/architecture.test.ts).
 */
import { basename, join } from 'node:path';
import { type BroughtFile, type FileNoun, overlapOf } from '../../domain/brought-file/brought-file.ts';
import type { ImportId } from '../../domain/import/import.ts';
import { AppError, coerceError, inWords } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { FILE_WORDS } from '../../sentences/en/file-troubles.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { PLAIN } from '../../sentences/voice.ts';
import {
  findFileMessage,
  keepImportId,
  keepLook,
  keepOutcome,
  keepProblem,
  keepProgress,
  keepUndone,
  leaseFile,
  tryAgain,
  waitForSlack,
} from '../../usecases/brought-file/work-on-files.ts';
import type { Context } from '../../usecases/context.ts';
import { type ImportRecord, importRecord } from '../../usecases/import/record-import.ts';
import { undoImport } from '../../usecases/import/undo-import.ts';
import type { AskPeople } from '../../usecases/team/find-people.ts';
import type { FileReport } from '../csv/import-file.ts';
import type { ImportRequest } from '../csv/import-rows.ts';
import { fetchSheet } from '../csv/web/fetch-sheet.ts';
import { isAddress, sheetAddress } from '../csv/web/sheet-address.ts';
import { withFolder } from '../csv/web/with-local-file.ts';
import { outcomeOf, requestOf } from './as-import.ts';
import { fileName, hashOf, sayHere } from './local-file.ts';
import { refusedFile } from './refused-file.ts';

/** What reads files is loaded when the first one comes: the bot starts without it. */
async function reading() {
  return {
    ...(await import('../csv/import-file.ts')),
    ...(await import('./look-at-file.ts')),
    ...(await import('./match-file.ts')),
  };
}

interface FileSource {
  find(id: string): Promise<StoredFile | null>;
  download(
    file: StoredFile,
    to: { path: string; most: number; signal: AbortSignal },
  ): Promise<'gone' | 'not_allowed' | 'too_large' | null>;
  upload(file: {
    channel: string;
    threadTs: string;
    name: string;
    content: string;
    comment: string;
  }): Promise<void>;
}

interface StoredFile {
  id: string;
  name: string;
  size: number;
  kind: 'file' | 'snippet' | 'elsewhere';
  address: string | null;
}

const MB = 1024 * 1024;
const MOST_BYTES = 50 * MB;
const SWEEP_MS = 15_000;
/** A message may be edited about once in so long, and nobody reads faster. */
const PROGRESS_MS = 3_000;
/** Longer than that, and Slack or the network is not what fails. */
const MOST_ATTEMPTS = 10;

interface RunnerDeps {
  ctx: Context;
  source: FileSource;
  log: Logger;
  /** Whom names and addresses in a file mean; left out: Slack is not asked. */
  findPeople?: AskPeople;
  /** How Google is asked for its sheets; left out: by fetch. */
  ask?: (url: URL, init: RequestInit) => Promise<Response>;
}

export class FileRunner {
  readonly #deps: RunnerDeps;
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
    this.#unlisten ??= this.#deps.ctx.db.listen('files', () => this.#wake());
    this.#wake();
  }

  /** Breaks off a download; an import that runs comes to the end of its part. What was asked for goes on after the restart. */
  async stop(): Promise<void> {
    this.#unlisten?.();
    this.#unlisten = undefined;
    clearTimeout(this.#timer);
    this.#stopping.abort();
    await this.#running;
  }

  /** Takes on all that waits, one after the other. Never rejects. */
  async runOnce(): Promise<void> {
    const { ctx, log } = this.#deps;
    try {
      for (let file = await leaseFile(ctx); file; file = await leaseFile(ctx)) {
        await this.#takeOn(file);
        if (this.#stopping.signal.aborted) return;
      }
    } catch (thrown) {
      log.error({ err: coerceError(thrown) }, 'files could not be worked on');
    }
  }

  async #takeOn(file: BroughtFile): Promise<void> {
    const { ctx, log } = this.#deps;
    try {
      await withFolder((folder) => this.#work(file, folder));
    } catch (thrown) {
      if (this.#stopping.signal.aborted) return;
      const error = coerceError(thrown);
      const later = askedLater(error);
      if (later) return await waitForSlack(ctx, file, later);
      if (error instanceof AppError && error.kind !== 'unavailable')
        return await keepProblem(ctx, file, problemOf(file, sayHere(sayRefusal(error.refusal, PLAIN))));
      log.error({ err: error, attempts: file.attempts }, 'a file could not be worked on');
      await (file.attempts < MOST_ATTEMPTS
        ? tryAgain(ctx, file)
        : keepProblem(ctx, file, problemOf(file, FILE_WORDS.givenUp)));
    }
  }

  async #work(file: BroughtFile, folder: string): Promise<void> {
    const { ctx } = this.#deps;
    if (file.state === 'undo_asked') return await this.#undo(file);
    const path = await this.#fetch(file, folder);
    const hash = await hashOf(path);
    const request = { ...(await requestOf(ctx, file, path)), owners: { ask: this.#deps.findPeople } };
    if (file.state === 'waiting') {
      const look = await (await reading()).lookAtFile(ctx, request, file.wish);
      const name = isAddress(file.fileId) ? basename(path) : file.name;
      return await keepLook(ctx, file, { look, hash, name });
    }
    // One that grows every day is wanted as it is by now.
    if (hash !== file.hash && file.watchId === null)
      throw new AppError('conflict', inWords(FILE_WORDS.changed));
    const report = await this.#import(file, request);
    // The rest follows after the restart.
    if (report.stoppedAfter !== undefined) return;
    const isFileLost = report.refusedRows > 0 && !(await this.#sendRefused(file, report));
    await keepOutcome(ctx, file, outcomeOf(report, isFileLost));
  }

  async #undo(file: BroughtFile): Promise<void> {
    const { ctx } = this.#deps;
    const all = { gone: 0, kept: 0 };
    for (const id of file.importIds.toReversed()) {
      const undone = await undoOnce(ctx, id, file.person);
      all.gone += undone.gone;
      all.kept += undone.kept;
    }
    await keepUndone(ctx, file, all);
  }

  async #fetch({ fileId, name, channel }: BroughtFile, folder: string): Promise<string> {
    const { source, ask } = this.#deps;
    const { signal } = this.#stopping;
    if (isAddress(fileId))
      return await fetchSheet(sheetAddress(fileId), { folder, signal, ...(ask && { ask }) });
    const found = await source.find(fileId);
    if (!found)
      throw new AppError('not_found', inWords(channel.startsWith('D') ? FILE_WORDS.gone : FILE_WORDS.unseen));
    if (found.kind === 'elsewhere') throw new AppError('invalid', inWords(FILE_WORDS.elsewhere));
    const path = join(folder, fileName(name));
    const refused = await source.download(found, { path, most: MOST_BYTES, signal });
    if (refused) throw new AppError('invalid', inWords(NO_BYTES[refused]));
    return path;
  }

  async #import(file: BroughtFile, request: ImportRequest): Promise<FileReport> {
    const { ctx, log } = this.#deps;
    let done = file.rowsDone;
    let told = done;
    let telling = Promise.resolve();
    const timer = setInterval(() => {
      const rows = done;
      if (rows === told) return;
      told = rows;
      telling = telling
        .then(() => keepProgress(ctx, file, rows))
        .catch((thrown: unknown) => log.warn({ err: coerceError(thrown) }, 'how far a file is was not kept'));
    }, PROGRESS_MS);
    const onProgress = (rowsDone: number) => {
      done = rowsDone;
    };
    try {
      const noun = file.look?.noun ?? 'leads';
      const record = recordOf(ctx, file, noun);
      const { signal } = this.#stopping;
      const { importFile, LAYOUTS, saidOf } = await reading();
      const asked = { ...request, ...saidOf(LAYOUTS[noun], file.wish), record, signal, onProgress };
      return await importFile(ctx, asked, {
        noun,
        post: file.wish.post ?? 'recent',
        overlap: overlapOf(file.wish),
      });
    } finally {
      clearInterval(timer);
      await telling;
    }
  }

  /** False: it did not reach Slack. */
  async #sendRefused(file: BroughtFile, { importId }: FileReport): Promise<boolean> {
    const { ctx, source, log } = this.#deps;
    try {
      const message = await findFileMessage(ctx, file.id);
      if (!message || !importId) return false;
      await source.upload({
        ...{ channel: message.channel, threadTs: message.ts },
        name: `refused rows of ${file.name.replace(/\.[^.]*$/, '')}.csv`,
        content: await refusedFile(ctx, importId),
        comment: FILE_WORDS.refusedRows,
      });
      return true;
    } catch (thrown) {
      log.warn({ err: coerceError(thrown) }, 'refused rows did not reach Slack as a file');
      return false;
    }
  }

  #wake(): void {
    if (!this.#unlisten) return;
    if (this.#running) {
      this.#wokenMeanwhile = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.runOnce().finally(() => this.#rest());
  }

  #rest(): void {
    this.#running = undefined;
    if (!this.#unlisten) return;
    const again = this.#wokenMeanwhile ? 0 : SWEEP_MS;
    this.#wokenMeanwhile = false;
    this.#timer = setTimeout(() => this.#wake(), again);
  }
}

const NO_BYTES = {
  gone: FILE_WORDS.gone,
  not_allowed: FILE_WORDS.notAllowed,
  too_large: FILE_WORDS.tooLarge,
};

/** One of several that was taken back before the others were broken off is no trouble. */
async function undoOnce(ctx: Context, id: ImportId, person: BroughtFile['person']) {
  try {
    return await undoImport(ctx, id, person);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.refusal.code === 'import_undone') return { gone: 0, kept: 0 };
    throw thrown;
  }
}

/** When Slack says who the people of a file are; null: that is not what went wrong. */
function askedLater(error: Error): { waitMs: number; why: string } | null {
  if (!(error instanceof AppError) || error.refusal.code !== 'people_asked_later') return null;
  const { waitMs } = error.refusal.facts as { waitMs: number };
  return { waitMs, why: sayRefusal(error.refusal, PLAIN) };
}

/** A sheet that was looked at every day is so no more. */
function problemOf({ watchId }: BroughtFile, problem: string): string {
  return watchId ? `${problem} ${FILE_WORDS.watchEnded}` : problem;
}

/** Also with the file itself, so that it can be taken back. */
function recordOf(ctx: Context, file: BroughtFile, noun: FileNoun): ImportRecord {
  const record = importRecord(ctx, { noun, fileName: file.name, by: file.person });
  return {
    ...record,
    begin: async (about) => {
      const id = await record.begin(about);
      await keepImportId(ctx, file, id);
      return id;
    },
  };
}
