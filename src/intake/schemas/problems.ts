import type { z } from 'zod';
import { type FieldProblem, inWords } from '../../errors.ts';

type Issue = z.core.$ZodIssue;

/** Every bad field by its path (`2.email`), in words that follow the field's name. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    refusal: inWords(sayIssue(issue)),
  }));
}

function sayIssue(issue: Issue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.input === undefined && issue.message.includes('undefined')) return 'is required';
  return TYPES[issue.expected] ?? `must be ${issue.expected}`;
}

const TYPES: Record<string, string> = {
  string: 'must be text',
  number: 'must be a number',
  object: 'must be an object',
  record: 'must be an object',
  array: 'must be an array',
};
