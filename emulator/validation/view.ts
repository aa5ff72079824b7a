import { z } from 'zod';
import { acrossProblems } from './across.ts';
import { block } from './blocks/block.ts';
import { id, plainText, text } from './composition.ts';
import { LIMITS } from './limits.ts';
import { type Problem, problem, problemsOf } from './problem.ts';
import { surfaceProblems } from './surfaces.ts';

const common = {
  blocks: z.array(block).min(1).max(LIMITS.view.blocks),
  callback_id: id.optional(),
  external_id: id.optional(),
  private_metadata: text(LIMITS.view.privateMetadata).optional(),
};

const SCHEMAS = {
  /** An empty Home is taken (docs.slack.dev/reference/views, "Home tab"). */
  home: z.strictObject({
    type: z.literal('home'),
    ...common,
    blocks: z.array(block).max(LIMITS.view.blocks),
  }),
  modal: z
    .strictObject({
      type: z.literal('modal'),
      ...common,
      title: plainText(LIMITS.view.title),
      submit: plainText(LIMITS.view.submit).optional(),
      close: plainText(LIMITS.view.close).optional(),
      clear_on_close: z.boolean().optional(),
      notify_on_close: z.boolean().optional(),
    })
    .refine(({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'), {
      message: 'missing required field: submit, as there are input blocks',
    }),
};

/** Why Slack would refuse to open, push, update or publish this view; an empty list if it would not. */
export function checkView(view: unknown, surface: 'modal' | 'home'): Problem[] {
  if (typeof view !== 'object' || view === null) {
    return [problem('invalid_arguments', 'must provide an object', '/view')];
  }
  if (Buffer.byteLength(JSON.stringify(view)) > LIMITS.view.bytes) {
    return [problem('view_too_large', `must be at most ${LIMITS.view.bytes} bytes`, '/view')];
  }
  const problems = problemsOf(SCHEMAS[surface], view, { code: 'invalid_arguments', pointer: '/view' });
  if (!('blocks' in view) || !Array.isArray(view.blocks)) return problems;
  const at = { code: 'invalid_arguments', pointer: '/view/blocks' };
  return [...problems, ...surfaceProblems(view.blocks, surface, at), ...acrossProblems(view.blocks, at)];
}
