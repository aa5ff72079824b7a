import { type Problem, problem } from './problem.ts';
import { walk } from './walk.ts';

export type Surface = 'message' | 'modal' | 'home';

/**
 * Where blocks and elements may stand that may not stand everywhere (docs.slack.dev/blocks.json, "available-in-surfaces").
 * Those that Slack's pages give no surface for are taken in messages only.
 */
const ALLOWED: Record<string, readonly Surface[]> = {
  alert: ['modal'],
  carousel: ['message', 'home'],
  container: ['message'],
  context_actions: ['message'],
  data_table: ['message', 'home'],
  data_visualization: ['message'],
  datetimepicker: ['message', 'modal'],
  email_text_input: ['modal'],
  file_input: ['modal'],
  markdown: ['message'],
  number_input: ['modal'],
  plan: ['message'],
  rich_text_input: ['modal', 'home'],
  table: ['message', 'home'],
  task_card: ['message'],
  url_text_input: ['modal'],
  workflow_button: ['message'],
};

export function surfaceProblems(
  blocks: unknown,
  surface: Surface,
  at: { code: string; pointer: string },
): Problem[] {
  return [...walk(blocks, at.pointer)].flatMap(({ value, pointer }) => {
    const type = typeof value.type === 'string' ? value.type : '';
    return ALLOWED[type]?.includes(surface) === false
      ? [problem(at.code, `unsupported type: ${type} in a ${surface}`, `${pointer}/type`)]
      : [];
  });
}
