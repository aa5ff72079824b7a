import type { Listeners } from '../../src/slack/listeners/edge/table.ts';
import { LISTENERS } from '../../src/slack/listeners/register.ts';

/** Every form of the registry. */
export const FORMS = LISTENERS.flatMap(({ forms = [] }) => forms);

/** Everything that the listeners hear, by kind. */
export function heardBy() {
  const ids = (kind: Exclude<keyof Listeners, 'forms'>) =>
    LISTENERS.flatMap((listeners) => Object.keys(listeners[kind] ?? {}));
  const steps = ids('steps');
  return {
    actions: [...ids('clicks'), ...FORMS.flatMap(({ redrawnBy }) => redrawnBy ?? [])],
    views: FORMS.map(({ callbackId }) => callbackId),
    commands: ids('commands'),
    shortcuts: ids('shortcuts'),
    options: ids('options'),
    // A step comes as an event of its own.
    events: [...ids('events'), ...steps.map(() => 'function_executed')],
    steps,
  };
}

type Json = Record<string, unknown>;

/** The action ids that reach the bot when they are pressed or chosen; an input's own is sent along with the modal. */
export function elementsOf(blocks: readonly unknown[]): string[] {
  return (blocks as Json[]).flatMap((block) => {
    if (block.type === 'input' && block.dispatch_action !== true) return [];
    const elements = [block.element, block.accessory, ...((block.elements as unknown[]) ?? [])];
    return elements.flatMap((element) => (element as Json | undefined)?.action_id ?? []).map(String);
  });
}
