import type { z } from 'zod';
import { AppError, type FieldProblem, inWords } from '../../errors.ts';
import { fieldProblems } from '../schemas/problems.ts';

export const MOST_ITEMS = 1_000;

/** One object, or an array that is taken whole or not at all; its fields are named by place: `2.email`. */
export function oneOrMany<T>(schema: z.ZodType<T>, body: unknown): T[] {
  if (!Array.isArray(body)) return readAll(schema, [['', body]]);
  if (body.length === 0) throw invalid([{ field: '', refusal: inWords('must hold at least one entry') }]);
  if (body.length > MOST_ITEMS)
    throw invalid([{ field: '', refusal: inWords(`may hold at most ${MOST_ITEMS} entries`) }]);
  return readAll(
    schema,
    body.map((item, index) => [`${index}`, item]),
  );
}

function readAll<T>(schema: z.ZodType<T>, items: readonly (readonly [string, unknown])[]): T[] {
  const read: T[] = [];
  const problems: FieldProblem[] = [];
  for (const [place, item] of items) {
    const result = schema.safeParse(item);
    if (result.success) read.push(result.data);
    else problems.push(...fieldProblems(result.error).map((problem) => placed(place, problem)));
  }
  if (problems.length > 0) throw invalid(problems);
  return read;
}

function placed(place: string, { field, refusal }: FieldProblem): FieldProblem {
  return { field: [place, field].filter(Boolean).join('.'), refusal };
}

function invalid(problems: FieldProblem[]): AppError {
  const count = problems.length === 1 ? 'One field is' : `${problems.length} fields are`;
  return new AppError('invalid', inWords(`${count} wrong; nothing was taken`), { problems });
}
