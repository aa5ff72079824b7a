import { z } from 'zod';
import type { Criterion } from '../../domain/definition/definition.ts';

const Criteria = z.array(z.object({ code: z.string(), label: z.string(), required: z.boolean() }));

export function parseCriteria(json: string): Criterion[] {
  return Criteria.parse(JSON.parse(json));
}
