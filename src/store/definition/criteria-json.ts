import { z } from 'zod';

export const CriteriaJson = z.array(z.object({ code: z.string(), label: z.string(), required: z.boolean() }));
