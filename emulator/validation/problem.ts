import type { z } from 'zod';

/** One reason why Slack would refuse. `code` is the error Slack answers with; `pointer` a JSON pointer into the arguments. */
export interface Problem {
  code: string;
  message: string;
  pointer: string;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

export function problem(code: string, sentence: string, pointer: string): Problem {
  return { code, message: pointer ? `${sentence} [json-pointer:${pointer}]` : sentence, pointer };
}

/** What `schema` finds wrong with `value`, in Slack's words. */
export function problemsOf(
  schema: z.ZodType,
  value: unknown,
  at: { code: string; pointer: string },
): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => inSlacksWords(issue, value))
    .map(({ sentence, path }) => problem(at.code, sentence, at.pointer + toPointer(path)));
}

function inSlacksWords(issue: Issue, root: unknown): { sentence: string; path: Path }[] {
  const parent = issue.path.slice(0, -1);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ sentence: `invalid additional property: ${key}`, path: issue.path }));
  }
  if (issue.code !== 'custom' && issue.path.length > 0 && valueAt(root, issue.path) === undefined) {
    return [{ sentence: `missing required field: ${String(issue.path.at(-1))}`, path: parent }];
  }
  if (issue.code === 'invalid_union') {
    const value = valueAt(root, issue.path);
    return [
      { sentence: isText(value) ? `unsupported type: ${value}` : 'must provide an object', path: issue.path },
    ];
  }
  return [{ sentence: sentenceOf(issue), path: issue.path }];
}

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must provide ${/^[aeio]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive ?? true);
    case 'invalid_value':
      return `must be one of the allowed values: ${issue.values.join(', ')}`;
    default:
      return issue.message;
  }
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `must be less than ${maximum + 1} characters`;
  if (origin === 'array') return `no more than ${maximum} items allowed`;
  return `must be less than or equal to ${maximum}`;
}

function tooSmall(origin: string, minimum: number, inclusive: boolean): string {
  if (origin === 'string') return `must be more than ${minimum - 1} characters`;
  if (origin === 'array') return `no fewer than ${minimum} items allowed`;
  return inclusive ? `must be greater than or equal to ${minimum}` : `must be greater than ${minimum}`;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), root);
}

function toPointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
