import type { z } from 'zod';
import type { Context } from '../../usecases/context.ts';
import type { Delivery } from '../../usecases/delivery/answer-once.ts';

/** A call of the API as its routes see it: authenticated, with a body that is JSON. */
export interface ApiCall {
  context: Context;
  params: Readonly<Record<string, string>>;
  /** What stands behind the question mark; of one that is given twice, neither. */
  query: Readonly<Record<string, string>>;
  body: unknown;
  /** What the sender's Idempotency-Key stands for, where it gave one. */
  delivery: Delivery | null;
}

export interface ApiAnswer {
  status: 200 | 201;
  body: unknown;
}

/** One route, with all that its handler, its documentation and its tests need to know. */
export interface ApiRoute {
  method: 'get' | 'post' | 'delete';
  /** Below `/api`, parameters as `:name`. */
  path: string;
  summary: string;
  /** One object of these, or an array of them. */
  request?: z.ZodType;
  /** What may stand behind the question mark, all of it optional. */
  query?: z.ZodObject;
  answer: z.ZodType;
  handle(call: ApiCall): Promise<ApiAnswer>;
}
