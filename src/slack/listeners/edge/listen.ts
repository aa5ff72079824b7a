/**
 * The edge between Slack and the use cases: what a click, a submission or a command is to us, when it is acknowledged, and what the
 * person sees when it is refused or fails. One of the places where an unexpected error ends (test/architecture.test.ts).
 */
import { randomBytes } from 'node:crypto';
import type {
  App,
  BlockAction,
  RespondFn,
  SlackCommandMiddlewareArgs,
  ViewResponseAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { PersonId } from '../../../domain/team/actor.ts';
import { AppError, coerceError } from '../../../errors.ts';
import type { Logger } from '../../../logger.ts';
import type { Context } from '../../../usecases/context.ts';
import type { InteractiveClient } from '../../client.ts';
import { SlackCallError } from '../../failures.ts';
import { noticeModal } from '../../views/kit/notice-modal.ts';

export interface ListenerDeps {
  ctx: Context;
  slack: InteractiveClient;
  log: Logger;
}

export interface Click {
  person: PersonId;
  /** A button's value or the value of what was chosen. */
  value: string | undefined;
  triggerId: string;
  /** Where it was clicked: in a message, or in a modal or Home. */
  body: BlockAction;
}

/**
 * Slack shows a warning after 3 s without an acknowledgement. Work is committed first and acknowledged then, so that a click which Slack
 * took as done is on disk even if we are killed; work that is slow is acknowledged half-way rather than warned about.
 */
const ACKNOWLEDGE_WITHIN_MS = 2_000;

export function onClick(
  app: App,
  deps: ListenerDeps,
  action: string,
  handle: (deps: ListenerDeps, click: Click) => Promise<void>,
): void {
  app.action<BlockAction>(action, async ({ ack, body, respond }) => {
    await acknowledgeAfter(ack, async () => {
      try {
        await handle(deps, toClick(body));
      } catch (thrown) {
        await answerPrivately(deps, { respond, body }, sentenceFor(deps, thrown, action));
      }
    });
  });
}

type Values = ViewSubmitAction['view']['state']['values'];

export interface Submission {
  person: PersonId;
  privateMetadata: string;
  values: Values;
  viewId: string;
  /** The view that is seen again when this one closes. */
  viewBelow: string | null;
  /** Work that may wait until Slack has its answer and whose failure changes nothing: drawing another view anew. */
  afterwards: (work: () => Promise<void>) => void;
}

/** Runs before the acknowledgement, which carries the answer: nothing (close), errors beside fields, or another view. */
export function onSubmit(
  app: App,
  deps: ListenerDeps,
  callbackId: string,
  handle: (deps: ListenerDeps, submission: Submission) => Promise<ViewResponseAction | null>,
): void {
  app.view<ViewSubmitAction>({ callback_id: callbackId, type: 'view_submission' }, async ({ ack, body }) => {
    const later: (() => Promise<void>)[] = [];
    const submission: Submission = {
      person: body.user.id as PersonId,
      privateMetadata: body.view.private_metadata,
      values: body.view.state.values,
      viewId: body.view.id,
      viewBelow: body.view.previous_view_id,
      afterwards: (work) => void later.push(work),
    };
    try {
      const response = await handle(deps, submission);
      await (response ? ack(response) : ack());
    } catch (thrown) {
      const firstInput = Object.keys(submission.values)[0] ?? '';
      await ack({
        response_action: 'errors',
        errors: { [firstInput]: sentenceFor(deps, thrown, callbackId) },
      });
    }
    for (const work of later) await attempt(deps, work);
  });
}

async function attempt({ log }: ListenerDeps, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    log.warn({ err: coerceError(thrown) }, 'what should follow an answer failed');
  }
}

export interface Command {
  person: PersonId;
  text: string;
  channel: string;
  triggerId: string;
  /** A line that only this person sees. */
  whisper: (message: { text: string; blocks?: unknown[] }) => Promise<void>;
}

export function onCommand(
  app: App,
  deps: ListenerDeps,
  name: string,
  handle: (deps: ListenerDeps, command: Command) => Promise<void>,
): void {
  app.command(name, async ({ ack, command, respond }: SlackCommandMiddlewareArgs) => {
    const whisper: Command['whisper'] = async (message) => {
      await respond({ response_type: 'ephemeral', ...message } as Parameters<RespondFn>[0]);
    };
    await acknowledgeAfter(ack, async () => {
      try {
        await handle(deps, toCommand(command, whisper));
      } catch (thrown) {
        await whisper({ text: sentenceFor(deps, thrown, name) });
      }
    });
  });
}

export async function acknowledgeAfter(ack: () => Promise<void>, work: () => Promise<void>): Promise<void> {
  let acknowledged: Promise<void> | null = null;
  const acknowledge = () => {
    acknowledged ??= ack();
    return acknowledged;
  };
  const timer = setTimeout(() => void acknowledge().catch(() => undefined), ACKNOWLEDGE_WITHIN_MS);
  try {
    await work();
  } finally {
    clearTimeout(timer);
    await acknowledge();
  }
}

function toClick(body: BlockAction): Click {
  const action = body.actions[0] as
    | { value?: string; selected_option?: { value?: string } | null }
    | undefined;
  return {
    person: body.user.id as PersonId,
    value: action?.selected_option?.value ?? action?.value,
    triggerId: body.trigger_id,
    body,
  };
}

function toCommand(command: SlackCommandMiddlewareArgs['command'], whisper: Command['whisper']): Command {
  return {
    person: command.user_id as PersonId,
    text: command.text.trim(),
    channel: command.channel_id,
    triggerId: command.trigger_id,
    whisper,
  };
}

/** A refusal in its own words; anything else as one calm line with a reference that finds the cause in the log. */
export function sentenceFor({ log }: ListenerDeps, thrown: unknown, where: string): string {
  if (thrown instanceof AppError) return thrown.message;
  if (thrown instanceof SlackCallError && TOO_LATE.has(thrown.failure.kind)) {
    return 'Slack needs it faster than we were this time. Please click again.';
  }
  const reference = randomBytes(3).toString('hex');
  log.error({ err: coerceError(thrown), where, reference }, 'a listener failed');
  return `Something went wrong on our side. Please try again; if it stays so, tell your operator the reference ${reference}.`;
}

const TOO_LATE: ReadonlySet<string> = new Set([
  'trigger_expired',
  'unreachable',
  'uncertain',
  'busy',
  'rate_limited',
]);

interface Place {
  respond: RespondFn;
  body: BlockAction;
}

async function answerPrivately(deps: ListenerDeps, { respond, body }: Place, text: string): Promise<void> {
  try {
    if (body.response_url) await respond({ response_type: 'ephemeral', replace_original: false, text });
    else await deps.slack.openView(body.trigger_id, noticeModal(text));
  } catch (thrown) {
    // The move itself is safe in the database; only the word about it is lost.
    deps.log.warn({ err: coerceError(thrown) }, 'a private answer did not reach its person');
  }
}
