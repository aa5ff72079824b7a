/** Every way in which a call to Slack can fail, as a closed list: one table from Slack's words to what is to be done. */
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { coerceError } from '../errors.ts';

/** `uncertain` alone leaves open whether Slack did what was asked; with all others it did not. */
type SendFailureKind =
  | 'rate_limited'
  | 'unreachable'
  | 'wrong_address'
  | 'uncertain'
  | 'busy'
  | 'quota'
  | 'content'
  | 'destination'
  | 'unthreadable'
  | 'message_gone'
  | 'parent_gone'
  | 'auth'
  | 'unknown';

type ViewFailureKind =
  | 'trigger_expired'
  | 'view_stale'
  | 'view_stack_full'
  | 'view_too_large'
  | 'view_duplicate'
  | 'view_closed'
  | 'home_off';

export interface SlackFailure {
  kind: SendFailureKind | ViewFailureKind;
  /** Slack's word, or the network's. */
  code: string;
  /** What Slack says about it: which block, which scope. */
  details: string[];
  /** With rate_limited, where Slack said so. */
  retryAfterMs: number | null;
}

export class SlackCallError extends Error {
  override readonly name = 'SlackCallError';
  readonly failure: SlackFailure;

  constructor(failure: SlackFailure, cause: unknown) {
    super(`Slack call failed: ${describeFailure(failure)}`, { cause });
    this.failure = failure;
  }
}

/** One line for the operator; it holds no content of messages. */
function describeFailure(failure: SlackFailure): string {
  return [`${failure.kind}: ${failure.code}`, ...failure.details].join('; ').slice(0, 500);
}

export function classify(thrown: unknown): SlackFailure {
  if (thrown instanceof SlackCallError) return thrown.failure;
  if (thrown instanceof WebAPIRateLimitedError) {
    return { ...failure('rate_limited', 'ratelimited'), retryAfterMs: thrown.retryAfter * 1000 };
  }
  const error = coerceError(thrown);
  if (error.message.startsWith('Retry header did not contain')) return failure('rate_limited', 'ratelimited');
  if (error instanceof WebAPIPlatformError) return fromAnswer(error.data);
  if (error instanceof WebAPIHTTPError) {
    const kind = error.statusCode >= 500 ? 'uncertain' : 'wrong_address';
    return failure(kind, `http_${error.statusCode}`);
  }
  const code = networkCode(error);
  if (error instanceof WebAPIRequestError && NEVER_LEFT.has(code)) return failure('unreachable', code);
  return failure('uncertain', code);
}

/** The connection was never made, so nothing can have been done. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

function networkCode(error: Error): string {
  const original = error instanceof WebAPIRequestError ? error.original : error;
  for (const candidate of [original.cause, original]) {
    if (candidate instanceof Error && 'code' in candidate && typeof candidate.code === 'string')
      return candidate.code;
  }
  return original.name;
}

/** A proxy's HTML page answered with 200 comes as a "platform error" too, with the page as its code. */
function fromAnswer(answer: WebAPIPlatformError['data']): SlackFailure {
  const code = answer.error;
  if (typeof code !== 'string' || !/^[a-z0-9_]+$/.test(code))
    return failure('uncertain', 'not_an_answer_of_slack');
  return { ...failure(kindOf(code), code), details: detailsOf(answer) };
}

function detailsOf(answer: WebAPIPlatformError['data']): string[] {
  const { errors, needed } = answer as { errors?: unknown; needed?: unknown };
  const said = [
    ...(Array.isArray(errors) ? errors.map(worded) : []),
    ...(answer.response_metadata?.messages ?? []),
    needed,
  ];
  return [...new Set(said.filter((line) => typeof line === 'string'))];
}

/** blocks.validate tells what is wrong as objects, all other methods as text. */
function worded(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('message' in error)) return error;
  const { message, pointer } = error as { message: unknown; pointer?: unknown };
  return typeof pointer === 'string' && !String(message).includes(pointer)
    ? `${String(message)} [json-pointer:${pointer}]`
    : message;
}

function failure(kind: SlackFailure['kind'], code: string): SlackFailure {
  return { kind, code, details: [], retryAfterMs: null };
}

function kindOf(code: string): SlackFailure['kind'] {
  return KINDS.get(code) ?? PATTERNS.find(([pattern]) => pattern.test(code))?.[1] ?? 'unknown';
}

const TABLE: Partial<Record<SlackFailure['kind'], readonly string[]>> = {
  rate_limited: ['ratelimited', 'rate_limited'],
  busy: ['service_unavailable', 'request_timeout', 'team_added_to_org', 'update_failed'],
  quota: ['message_limit_exceeded'],
  uncertain: ['fatal_error', 'internal_error'],
  content: [
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_text',
    'invalid_arguments',
    'block_mismatch',
    'metadata_too_large',
  ],
  destination: [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'is_inactive',
    'no_permission',
    'ekm_access_denied',
    'messages_tab_disabled',
    'missing_scope',
    'user_not_found',
    'cannot_dm_bot',
  ],
  unthreadable: [
    'cannot_reply_to_message',
    'restricted_action_thread_locked',
    'restricted_action_non_threadable_channel',
  ],
  auth: [
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'access_denied',
    'accesslimited',
  ],
  parent_gone: ['thread_not_found'],
  message_gone: ['message_not_found', 'cant_update_message', 'edit_window_closed'],
  trigger_expired: ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id'],
  view_stale: ['hash_conflict'],
  view_stack_full: ['push_limit_reached'],
  view_too_large: ['view_too_large'],
  view_duplicate: ['duplicate_external_id'],
  view_closed: ['not_found'],
  home_off: ['not_enabled'],
};

const KINDS = new Map(
  Object.entries(TABLE).flatMap(([kind, codes]) =>
    codes.map((code) => [code, kind as SlackFailure['kind']] as const),
  ),
);

const PATTERNS: readonly (readonly [RegExp, SlackFailure['kind']])[] = [
  [/^invalid_metadata_/, 'content'],
  [/^restricted_action/, 'destination'],
];
