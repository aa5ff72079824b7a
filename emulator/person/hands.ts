import { asObject } from '../json.ts';
import type { PageStateValues, SlackJson } from '../page-protocol.ts';
import type { Slack } from '../slack.ts';
import type { WaitFor } from '../wait-for.ts';
import type { Placed } from '../workspace/blocks.ts';
import type { Message } from '../workspace/messages.ts';
import type { StepRun } from '../workspace/step-runs.ts';
import type { View } from '../workspace/views.ts';
import { clickInMessage, clickInView } from './click.ts';
import { closeView } from './close-view.ts';
import { runCommand } from './command.ts';
import { type Entry, enteredValue } from './entered-value.ts';
import { findPlaced } from './find-placed.ts';
import { openHome } from './open-home.ts';
import type { Outcome, SubmitOutcome } from './outcome.ts';
import { Refusal } from './refusal.ts';
import { runStep } from './run-step.ts';
import { say } from './say.ts';
import { useGlobalShortcut, useMessageShortcut } from './shortcut.ts';
import { submitView } from './submit-view.ts';
import { suggestOptions } from './suggest-options.ts';
import { uploadFile } from './upload-file.ts';
import { visibleMessage } from './visible-message.ts';
import { visibleView } from './visible-view.ts';

/** Where a message is; a Message itself will do. */
export type MessagePlace = Pick<Message, 'channel' | 'ts'>;

export interface ClickOptions {
  /** For menus: an option by value or text; for pickers the value. */
  option?: Entry;
  /** Tell elements with the same text apart. */
  blockId?: string;
  value?: string;
  state?: PageStateValues;
}

/**
 * The hands of one person. Elements are named by what is read on them or by their action id; a thing that this
 * person could not see or press is refused with an error that names what there is.
 */
export class Hands {
  readonly #slack: Slack;
  readonly #waitFor: WaitFor;
  readonly user: string;

  constructor(slack: Slack, user: string, waitFor: WaitFor) {
    if (slack.workspace.people.find(user) === undefined) {
      throw new Refusal('user_not_found', `There is nobody with the id ${user}.`);
    }
    this.#slack = slack;
    this.#waitFor = waitFor;
    this.user = user;
  }

  say(channel: string, text: string, options: { thread?: string; files?: readonly string[] } = {}): Message {
    return say(this.#slack, this.user, { channel, text, ...options });
  }

  /** A direct message to the bot. */
  sayToBot(text: string, options: { thread?: string; files?: readonly string[] } = {}): Message {
    return this.say(this.directMessage().channel, text, options);
  }

  /** The direct message with the bot, opened if need be. */
  directMessage(): { channel: string; messages: Message[] } {
    const { workspace, clock } = this.#slack;
    const { id } = workspace.conversations.direct(this.user, workspace.app.botUserId, clock.now());
    return { channel: id, messages: this.messages(id) };
  }

  /** What this person sees in a channel, replies and own ephemeral messages included, oldest first. */
  messages(channel: string): Message[] {
    const all = this.#slack.workspace.messages.in(channel);
    return all.filter(({ onlyFor }) => onlyFor === undefined || onlyFor === this.user);
  }

  /** The ephemeral messages for this person alone. */
  ephemerals(channel: string): Message[] {
    return this.messages(channel).filter(({ onlyFor }) => onlyFor === this.user);
  }

  /** Typed in the direct message with the bot unless a channel is named. */
  async command(command: string, text = '', options: { channel?: string } = {}): Promise<Outcome> {
    const channel = options.channel ?? this.directMessage().channel;
    return runCommand(this.#slack, this.user, { command, text, channel });
  }

  async messageShortcut(callbackId: string, { channel, ts }: MessagePlace): Promise<Outcome> {
    return useMessageShortcut(this.#slack, this.user, { callbackId, channel, ts });
  }

  async globalShortcut(callbackId: string): Promise<Outcome> {
    return useGlobalShortcut(this.#slack, this.user, callbackId);
  }

  /** A workflow that this person made comes to one of the app's custom steps. */
  runStep(callbackId: string, inputs: Record<string, unknown>): StepRun {
    return runStep(this.#slack, callbackId, inputs);
  }

  async click(place: MessagePlace, element: string, options: ClickOptions = {}): Promise<Outcome> {
    const message = visibleMessage(this.#slack, this.user, place);
    const click = this.#clickOn(findPlaced(message.blocks, element, options), options);
    return clickInMessage(this.#slack, this.user, { ...click, channel: place.channel, ts: place.ts });
  }

  /** Chooses in a menu of a message. */
  async choose(
    place: MessagePlace,
    element: string,
    option: Entry,
    options: ClickOptions = {},
  ): Promise<Outcome> {
    return this.click(place, element, { ...options, option });
  }

  async clickInView(view: Pick<View, 'id'>, element: string, options: ClickOptions = {}): Promise<Outcome> {
    const { blocks } = visibleView(this.#slack, this.user, view.id);
    const click = this.#clickOn(findPlaced(blocks, element, options), options);
    return clickInView(this.#slack, this.user, { ...click, viewId: view.id });
  }

  /** The modal on top right now. */
  topModal(): View | undefined {
    return this.#slack.workspace.views.top(this.user);
  }

  /** Waits until a modal is open, of this callback id if one is named, and is on top. */
  async openModal(callbackId?: string): Promise<View> {
    const isIt = (view: View | undefined) =>
      view !== undefined && (callbackId === undefined || view.callbackId === callbackId);
    await this.#waitFor(() => isIt(this.topModal()), { what: `modal ${callbackId ?? ''} for ${this.user}` });
    return this.topModal() as View;
  }

  /** Enters values without pressing anything. Keys are labels, action ids or block ids. */
  fill(view: Pick<View, 'id'>, values: Record<string, Entry>): void {
    const shown = visibleView(this.#slack, this.user, view.id);
    for (const [key, entry] of Object.entries(values)) {
      const { blockId, element } = findPlaced(shown.blocks, key);
      const value = enteredValue(element, entry);
      shown.entered = {
        ...shown.entered,
        [blockId]: { ...shown.entered[blockId], [String(element.action_id)]: value },
      };
    }
  }

  async submit(view: Pick<View, 'id'>, values: Record<string, Entry> = {}): Promise<SubmitOutcome> {
    this.fill(view, values);
    return submitView(this.#slack, this.user, { viewId: view.id, state: {} });
  }

  async close(view: Pick<View, 'id'>, options: { all?: boolean } = {}): Promise<void> {
    return closeView(this.#slack, this.user, { viewId: view.id, ...options });
  }

  /** Visits the app's Home; what is there before the bot has heard of it. */
  openHome(): View | undefined {
    return openHome(this.#slack, this.user);
  }

  home(): View | undefined {
    return this.#slack.workspace.views.home(this.user);
  }

  async suggestions(view: Pick<View, 'id'>, element: string, value: string): Promise<SlackJson[]> {
    const { blocks } = visibleView(this.#slack, this.user, view.id);
    const { blockId, element: found } = findPlaced(blocks, element);
    const actionId = String(found.action_id);
    return suggestOptions(this.#slack, this.user, { viewId: view.id, blockId, actionId, value });
  }

  /** A file for a `file_input`, or to go with a message; its id is what to enter. */
  upload(name: string, content: Buffer, mode?: 'snippet' | 'external'): { id: string; name: string } {
    return uploadFile(this.#slack, this.user, { name, content, ...(mode && { mode }) });
  }

  #clickOn({ blockId, element }: Placed, options: ClickOptions) {
    const actionId = String(element.action_id);
    const chosen =
      options.option === undefined ? { type: String(element.type) } : enteredValue(element, options.option);
    const action: SlackJson = { ...asObject(chosen), type: String(element.type), action_id: actionId };
    return { blockId, action, state: options.state ?? {} };
  }
}
