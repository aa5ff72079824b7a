/**
 * An error as the log may show it. Its message is never shown: a unique violation, a refused JSON and a refused date all quote what
 * somebody sent. In its place stand class, code, one of our constant reasons, and the frames, which say where it happened.
 */
import { NATIVE_REASONS, OWN_REASONS } from './known-words.ts';
import { CODE, failure, number, type Shape, text } from './shapes.ts';

/** JSON leaves out what is undefined. */
export interface SafeError {
  name: string;
  code: string | number | undefined;
  reason: string | undefined;
  /** What Slack answered, of a SlackCallError. */
  failure: string | undefined;
  /** PostgreSQL's, by the names of our migrations. */
  constraint: string | undefined;
  table: string | undefined;
  /** The system's call that failed. */
  syscall: string | undefined;
  /** The codes of zod's issues, without their paths: keys of a record are input too. */
  issues: string[] | undefined;
  stack: string[];
  cause: SafeError | undefined;
}

/** How deep causes are followed; also the end of those that go round in a circle. */
const MOST_CAUSES = 5;

/** Undefined for what is no error: a thrown value is made one by `coerceError`. */
export const safeError: Shape<SafeError> = (value) => describe(value, MOST_CAUSES);

const identifier = text(/^[a-z]+(?:_[a-z0-9]+)*$/);
const className = text(/^[A-Za-z]{0,60}(?:Error|error|Exception)$/);

function describe(error: unknown, causes: number): SafeError | undefined {
  if (!(error instanceof Error) || causes < 0) return undefined;
  const message = String(read(error, 'message'));
  return {
    name: className(read(error, 'name')) ?? 'Error',
    code: codeOf(error),
    reason: [...OWN_REASONS, ...NATIVE_REASONS].find((words) => message.includes(words)),
    failure: slackFailure(read(error, 'failure')),
    constraint: identifier(read(error, 'constraint')),
    table: identifier(read(error, 'table')),
    syscall: identifier(read(error, 'syscall')),
    issues: issueCodes(read(error, 'issues')),
    stack: framesOf(read(error, 'stack'), message),
    cause: describe(read(error, 'cause'), causes - 1),
  };
}

/** A refusal's, a database's, the network's. */
function codeOf(error: Error): string | number | undefined {
  const code = read(error, 'code') ?? read(read(error, 'refusal'), 'code');
  return text(CODE)(code) ?? number(code);
}

function issueCodes(issues: unknown): string[] | undefined {
  if (!Array.isArray(issues)) return undefined;
  return [...new Set(issues.flatMap((issue) => identifier(read(issue, 'code')) ?? []))];
}

function slackFailure(value: unknown): string | undefined {
  const [kind, code, details] = [read(value, 'kind'), read(value, 'code'), read(value, 'details')];
  if (typeof kind !== 'string' || typeof code !== 'string') return undefined;
  const said = Array.isArray(details) ? details.filter((detail) => typeof detail === 'string') : [];
  return failure([`${kind}: ${code}`, ...said].join('; '));
}

/** `Error: `, `TypeError [ERR_INVALID_URL]: `, and then comes the message. */
const BEFORE_MESSAGE = /^[\w$.]*(?: \[\w+\])?(?:: )?/;
/** `at name (file:line:column)`. */
const FRAME =
  /^\s*at (?:[\w$.<>#[\] ]+ \()?(?:async )?(?:file:\/\/|node:|\/|[A-Z]:\\)[\w/\\:.@+ %-]*:\d+:\d+\)?$/;

/**
 * A stack begins with the message, whose lines may look like frames: only what follows it is read. Where the message was changed after
 * the error was made, the old one cannot be told from the frames, and none is shown.
 */
function framesOf(stack: unknown, message: string): string[] {
  if (typeof stack !== 'string') return [];
  const said = stack.replace(BEFORE_MESSAGE, '');
  const [rest, ...lines] = said.startsWith(message) ? said.slice(message.length).split('\n') : [''];
  if (rest !== '') return [];
  return lines.filter((line) => FRAME.test(line)).map((line) => line.trim());
}

/** What was thrown may come from a library, with getters that throw. */
function read(holder: unknown, name: string): unknown {
  try {
    return (holder as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}
