import type { App } from '@slack/bolt';
import type { ListenerDeps } from '../../src/slack/listeners/edge/listen.ts';
import { registerListeners } from '../../src/slack/listeners/register.ts';

/** Everything that the listeners register for, by kind. */
export function heardBy() {
  const heard = {
    actions: [] as string[],
    views: [] as string[],
    commands: [] as string[],
    shortcuts: [] as string[],
    events: [] as string[],
    steps: [] as string[],
  };
  const app = {
    action: (id: string) => heard.actions.push(id),
    view: (what: Named) => heard.views.push(nameOf(what)),
    command: (name: string) => heard.commands.push(name),
    shortcut: (what: Named) => heard.shortcuts.push(nameOf(what)),
    event: (name: string) => heard.events.push(name),
    // Comes as an event of its own.
    function: (name: string) => heard.steps.push(name) && heard.events.push('function_executed'),
  };
  // Bolt would call to Slack before it says what it was told to hear.
  registerListeners(app as unknown as App, {} as ListenerDeps);
  return heard;
}

type Named = string | { callback_id: string };

function nameOf(what: Named): string {
  return typeof what === 'string' ? what : what.callback_id;
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
