/** What comes over a connection, read with care: whatever Slack, or something in its place, sends, it is one of these. */
import { z } from 'zod';

export interface Envelope {
  id: string;
  body: Record<string, unknown>;
  retryNum?: number;
  retryReason?: string;
}

export type Frame =
  | { kind: 'hello' }
  /** The connection ends soon: the reason in Slack's word. */
  | { kind: 'disconnect'; reason: string }
  | { kind: 'envelope'; envelope: Envelope }
  /** Tells us something and asks for nothing, such as `app_rate_limited`. */
  | { kind: 'remark'; id: string; code: string }
  /** What it is that we do not understand; never a word of it. */
  | { kind: 'odd'; code: string };

const Kind = z.object({ type: z.string() });
const Disconnect = z.object({
  reason: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .catch('unnamed'),
});
const Payload = z.record(z.string(), z.unknown());
const Wrapped = z.object({
  envelope_id: z.string().min(1),
  payload: Payload,
  retry_attempt: z.number().optional().catch(undefined),
  retry_reason: z.string().optional().catch(undefined),
});
const InnerEvent = z.object({ event: z.object({ type: z.string() }) });
const Word = z.object({ type: z.string().regex(/^[a-z]+(?:_[a-z]+){0,6}$/) });

const WITH_PAYLOAD = new Set(['interactive', 'slash_commands', 'events_api']);

export function readFrame(text: string): Frame {
  const parsed = parseJson(text);
  if (parsed === undefined) return odd('not_json');
  const kind = Kind.safeParse(parsed);
  if (!kind.success) return odd('no_type');
  const { type } = kind.data;
  if (type === 'hello') return { kind: 'hello' };
  if (type === 'disconnect') return { kind: 'disconnect', ...Disconnect.parse(parsed) };
  return WITH_PAYLOAD.has(type) ? readEnvelope(type, parsed) : odd('unknown_type');
}

function readEnvelope(type: string, parsed: unknown): Frame {
  const wrapped = Wrapped.safeParse(parsed);
  if (!wrapped.success) return odd('no_payload');
  const { envelope_id: id, payload: body, retry_attempt, retry_reason } = wrapped.data;
  if (type === 'events_api' && !InnerEvent.safeParse(body).success) {
    const said = Word.safeParse(body);
    return { kind: 'remark', id, code: said.success ? said.data.type : 'no_event' };
  }
  const retryNum = retry_attempt === undefined ? {} : { retryNum: retry_attempt };
  return {
    kind: 'envelope',
    envelope: { id, body, ...retryNum, ...(retry_reason ? { retryReason: retry_reason } : {}) },
  };
}

function odd(code: string): Frame {
  return { kind: 'odd', code };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
