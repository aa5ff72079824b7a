import { z } from 'zod';
import { isObject } from './is-object.ts';

/** An object whose names are the sender's. zod's own records leave out `__proto__`, which is a name like any other here. */
export function openRecord<T>(value: z.ZodType<T, unknown>) {
  return z
    .unknown()
    .refine(isObject, 'must be an object')
    .transform((given, context): Record<string, T> => {
      const read: [string, T][] = [];
      for (const [name, each] of Object.entries(given as object)) {
        const result = value.safeParse(each);
        if (result.success) read.push([name, result.data]);
        else for (const issue of result.error.issues) context.issues.push(placed(name, issue, each));
      }
      return Object.fromEntries(read);
    })
    .meta({ type: 'object', additionalProperties: {} });
}

function placed(name: string, { message, path }: z.core.$ZodIssue, input: unknown) {
  return { code: 'custom' as const, message, path: [name, ...path], input };
}
