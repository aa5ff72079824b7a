import type { z } from 'zod';
import { AppError } from '../../../errors.ts';

/** Fields are named as the block ids, so that each problem finds its place in the modal. */
export function checked<T>(schema: z.ZodType<T, unknown>, form: unknown): T {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message }));
  throw new AppError('invalid', 'Some answers need another look.', { problems });
}
