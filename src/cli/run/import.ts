import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Backlog } from '../../domain/delivery/backlog.ts';
import type { ImportNoun } from '../../domain/import/import.ts';
import type { ImportPlan, ImportQuestion } from '../../domain/import/import-plan.ts';
import { TOLD_STATES } from '../../domain/lead/history.ts';
import type { OverlapRule } from '../../domain/money/overlap.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { type FileReport, type FileRules, importFile } from '../../intake/csv/import-file.ts';
import type { ImportRequest } from '../../intake/csv/import-rows.ts';
import { type PlannedFile, planImport } from '../../intake/csv/plan-import.ts';
import { withLocalFile } from '../../intake/csv/web/with-local-file.ts';
import type { DateOrder } from '../../reading/dates/read-dates.ts';
import type { SaidStatuses } from '../../reading/lead/status.ts';
import { type SaidStages, STAGES } from '../../reading/outcome/stage.ts';
import { stateKey } from '../../reading/words/word-key.ts';
import { sayTimeToPost } from '../../sentences/en/backlog.ts';
import { count } from '../../sentences/en/count.ts';
import { sayPlan } from '../../sentences/en/import-plan.ts';
import type { Context } from '../../usecases/context.ts';
import { importRecord } from '../../usecases/import/record-import.ts';
import type { PostRule } from '../../usecases/lead/receive-leads.ts';
import { outboxState } from '../../usecases/outbox/outbox-state.ts';
import { askInTerminal, isWatched } from '../ask.ts';
import { EXIT } from '../exit.ts';
import { printImport } from '../print-import.ts';
import { printable } from '../printable.ts';
import { startProgress } from '../progress.ts';
import { withContext, withPassingContext } from '../with-context.ts';

export interface ImportOptions {
  map?: Record<string, string>;
  set?: Record<string, string>;
  ignore?: string[];
  timezone?: string;
  currency?: string;
  sheet?: string;
  dateOrder?: DateOrder;
  decimal?: 'comma' | 'point';
  dryRun?: boolean;
  progress?: boolean;
  yes?: boolean;
  json?: boolean;
  post?: PostRule;
  stage?: SaidStages;
  status?: SaidStatuses;
  owner?: Record<string, PersonId>;
  update?: boolean;
  overlap?: OverlapRule;
}

/**
 * Rows are short-lived. Where V8 keeps the place for new ones as small as it begins, an import takes 100 MB less; where it looks for dead ones once what
 * lives has doubled, and not quadrupled, another 60 MB. Neither costs time.
 */
const SMALL_HEAP = ['--semi-space-growth-factor=1', '--heap-growing-percent=100'];

const MARKS = { comma: ',', point: '.' } as const;

interface Job {
  noun: ImportNoun;
  fileName: string;
  options: ImportOptions;
  /** Nobody is asked who is not there, or has said yes to all of it. */
  isAsked: boolean;
}

/** Answers with the status that the command ends with. */
export async function runImport(noun: ImportNoun, path: string, options: ImportOptions): Promise<number> {
  for (const flag of SMALL_HEAP) setFlagsFromString(flag);
  const fileName = path.startsWith('https:') ? 'Google Sheet' : basename(path);
  const isAsked = isWatched() && !options.yes && !options.json && !options.dryRun;
  const job = { noun, fileName, options, isAsked };
  const inContext = options.dryRun ? withPassingContext : withContext;
  const done = await withLocalFile(path, (local) =>
    inContext((ctx, { timezone, currency }) =>
      work(ctx, job, requestOf(local, options, { timezone, currency })),
    ),
  );
  if (!done) {
    console.log('Nothing was imported.');
    return EXIT.done;
  }
  if (options.json) console.log(JSON.stringify({ plan: done.plan, result: done.report }, null, 2));
  else print(job, done);
  if (done.report.stoppedAfter !== undefined) return EXIT.failed;
  return done.report.refusedRows > 0 ? EXIT.someRefused : EXIT.done;
}

interface Done {
  plan: ImportPlan;
  report: FileReport;
  /** Cards that would have been posted, had somebody been there to say so. */
  unposted: number;
  /** What it leaves to be posted. */
  backlog: Backlog[];
}

function print({ noun, options, isAsked }: Job, { report, unposted, backlog }: Done): void {
  printImport(report, { noun, isDryRun: options.dryRun ?? false, isAgreed: isAsked });
  if (unposted > 0 && !options.dryRun)
    console.log(`${count(unposted, 'card')} not posted, since nobody was asked: --post recent posts them.`);
  for (const each of backlog) console.log(printable(sayBacklog(each)));
}

function requestOf(
  path: string,
  options: ImportOptions,
  team: { timezone: string; currency: string },
): ImportRequest {
  return {
    path,
    map: options.map ?? {},
    set: options.set ?? {},
    ...(options.ignore && { ignore: options.ignore }),
    timezone: options.timezone ?? team.timezone,
    currency: options.currency ?? team.currency,
    dateOrder: options.dateOrder ?? null,
    decimalMark: options.decimal ? MARKS[options.decimal] : null,
    dryRun: options.dryRun ?? false,
    ...(options.sheet !== undefined && { sheet: options.sheet }),
    ...(options.stage && { stages: options.stage }),
    ...(options.status && { statuses: options.status }),
    ...(options.update && { update: true }),
    ...(options.owner && { owners: { said: options.owner } }),
    onProgress: () => undefined,
  };
}

/** Null: whoever was asked wants none of it. */
async function work(ctx: Context, job: Job, request: ImportRequest): Promise<Done | null> {
  const agreed = await agree(ctx, job, request);
  if (!agreed) return null;
  const { planned, rules, unposted } = agreed;
  const { plan } = planned;
  if (job.options.dryRun && planned.tried) return { plan, report: planned.tried, unposted, backlog: [] };
  const report = await take(ctx, job, { request: { ...agreed.request, surveyed: planned.surveyed }, rules });
  const { backlog } = await outboxState(ctx);
  return { plan, report, unposted, backlog: backlog.filter(({ bulk }) => bulk > 0) };
}

interface Agreed {
  planned: PlannedFile;
  request: ImportRequest;
  rules: FileRules;
  unposted: number;
}

/** The plan is shown, and looked at again after each answer that changes how the file is read. */
async function agree(ctx: Context, job: Job, asked: ImportRequest): Promise<Agreed | null> {
  const { noun, fileName, options, isAsked } = job;
  const rules: FileRules = { noun, post: options.post ?? 'recent', overlap: options.overlap ?? 'ask' };
  const counts = isAsked || options.dryRun || options.json ? 'all' : 'cards';
  let request = asked;
  for (;;) {
    const planned = await planImport(ctx, request, {
      ...{ fileName, rules, counts },
      isPostSaid: options.post !== undefined,
    });
    if (!options.json)
      for (const line of sayPlan(planned.plan, { isCounted: isAsked })) console.log(printable(line));
    const open = planned.plan.questions.find(({ what }) => what !== 'cards');
    if (!isAsked || !open) return confirm(job, { planned, request, rules, unposted: 0 });
    request = { ...request, ...(await answer(open, request)) };
  }
}

async function confirm({ isAsked }: Job, agreed: Agreed): Promise<Agreed | null> {
  const { questions, counts } = agreed.planned.plan;
  const cards = counts?.cards ?? 0;
  const isMany = questions.some(({ what }) => what === 'cards');
  const isPosted = !isMany || (isAsked && (await isWanted(`Post ${count(cards, 'card')}?`, ['no', 'yes'])));
  if (isAsked && !(await isWanted('Import it?', ['yes', 'no']))) return null;
  if (isPosted) return agreed;
  return { ...agreed, rules: { ...agreed.rules, post: 'none' }, unposted: cards };
}

async function isWanted(question: string, answers: readonly ['yes', 'no'] | readonly ['no', 'yes']) {
  return (await askInTerminal<'yes' | 'no'>(question, answers)) === 'yes';
}

async function answer(question: ImportQuestion, request: ImportRequest): Promise<Partial<ImportRequest>> {
  if (question.what === 'states') return answerStates(question, request);
  if (question.what === 'currency') {
    const [first = request.currency, ...others] = question.answers;
    return { currency: await askInTerminal('Which currency is it?', [first, ...others]) };
  }
  if (question.what === 'date_order') {
    const [first = 'dmy', ...others] = question.answers;
    return { dateOrder: await askInTerminal('Which is it?', [first, ...others]) };
  }
  return { decimalMark: MARKS[await askInTerminal('Which is the decimal mark?', ['comma', 'point'])] };
}

/** One word after the other. */
async function answerStates(
  { field, words }: Extract<ImportQuestion, { what: 'states' }>,
  { statuses, stages }: ImportRequest,
): Promise<Partial<ImportRequest>> {
  const said: Record<string, string> = {};
  const states = field === 'status' ? TOLD_STATES : STAGES;
  const [first, ...others] = states as readonly [string, ...string[]];
  for (const { text } of words)
    said[stateKey(text)] = await askInTerminal(`What does “${printable(text)}” mean?`, [first, ...others]);
  return field === 'status'
    ? { statuses: { ...statuses, ...(said as SaidStatuses) } }
    : { stages: { ...stages, ...(said as SaidStages) } };
}

async function take(
  ctx: Context,
  { noun, fileName, options }: Job,
  { request, rules }: { request: ImportRequest; rules: FileRules },
): Promise<FileReport> {
  const progress = startProgress(options.progress ?? false);
  const stop = stopOnInterrupt();
  const record = importRecord(ctx, { noun, fileName, by: 'import' });
  const watched = { onProgress: progress.show, record, signal: stop.signal };
  try {
    return await importFile(ctx, { ...request, ...watched }, rules);
  } finally {
    stop.listenNoMore();
    progress.end();
  }
}

/** The first Ctrl-C ends it after the rows that are under way; the second one ends it at once, like any program. */
function stopOnInterrupt() {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  return { signal: controller.signal, listenNoMore: () => void process.off('SIGINT', stop) };
}

function sayBacklog(backlog: Backlog): string {
  const cards = `${count(backlog.bulk, 'card')} to be posted in ${backlog.target}`;
  return `${cards}: ${sayTimeToPost(backlog)}, behind whatever comes alone. \`tango outbox stop\` stops them.`;
}
