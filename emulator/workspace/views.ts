import type { JsonObject } from '../json.ts';
import type { PageStateValues, SlackJson } from '../page-protocol.ts';

/** A modal or a Home tab as it stands on one person's screen. */
export interface View {
  id: string;
  hash: string;
  user: string;
  type: 'modal' | 'home';
  callbackId: string;
  externalId: string;
  privateMetadata: string;
  title: JsonObject;
  submit: JsonObject | null;
  close: JsonObject | null;
  blocks: SlackJson[];
  clearOnClose: boolean;
  notifyOnClose: boolean;
  rootId: string;
  previousId: string | null;
  /** What the person has entered so far; survives an update where block_id and action_id stay. */
  entered: PageStateValues;
  /** The run of a custom step that it was opened for. */
  stepRun?: string;
}

/** Slack keeps at most three modals on one another. */
const STACK_LIMIT = 3;

export class Views {
  readonly #stacks = new Map<string, View[]>();
  readonly #homes = new Map<string, View>();

  /** The open modals of a person, the one on top last. */
  stack(user: string): View[] {
    return this.#stacks.get(user) ?? [];
  }

  isFull(user: string): boolean {
    return this.stack(user).length >= STACK_LIMIT;
  }

  top(user: string): View | undefined {
    return this.stack(user).at(-1);
  }

  home(user: string): View | undefined {
    return this.#homes.get(user);
  }

  setHome(view: View): void {
    this.#homes.set(view.user, view);
  }

  /** A new stack with this root: whatever was open goes. */
  open(view: View): void {
    this.#stacks.set(view.user, [view]);
  }

  push(view: View): void {
    this.#stacks.set(view.user, [...this.stack(view.user), view]);
  }

  /** Takes away a view and all on top of it. */
  close(view: View): void {
    const stack = this.stack(view.user);
    const at = stack.findIndex((other) => other.id === view.id);
    if (at >= 0) this.#stacks.set(view.user, stack.slice(0, at));
  }

  clear(user: string): void {
    this.#stacks.delete(user);
  }

  find(id: string): View | undefined {
    return this.#everything().find((view) => view.id === id);
  }

  byExternalId(externalId: string): View | undefined {
    return this.#everything().find((view) => view.externalId === externalId);
  }

  #everything(): View[] {
    return [...[...this.#stacks.values()].flat(), ...this.#homes.values()];
  }
}
