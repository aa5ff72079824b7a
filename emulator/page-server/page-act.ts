import { z } from 'zod';
import type { PageAct } from '../page-protocol.ts';

const text = z.string().max(40_000);
const id = z.string().min(1).max(255);
const json = z.looseObject({ type: z.string() });
const state = z.record(z.string(), z.record(z.string(), json));

/** What the page may ask for. */
export const pageAct: z.ZodType<PageAct> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    user: id,
    channel: id,
    thread: id.exactOptional(),
    text,
    files: z.array(id).exactOptional(),
  }),
  z.object({ kind: z.literal('command'), user: id, channel: id, command: id, text }),
  z.object({ kind: z.literal('message_shortcut'), user: id, channel: id, ts: id, callbackId: id }),
  z.object({ kind: z.literal('global_shortcut'), user: id, callbackId: id }),
  z.object({
    kind: z.literal('message_action'),
    user: id,
    channel: id,
    ts: id,
    blockId: id,
    action: json,
    state,
  }),
  z.object({ kind: z.literal('view_action'), user: id, viewId: id, blockId: id, action: json, state }),
  z.object({ kind: z.literal('view_submit'), user: id, viewId: id, state }),
  z.object({ kind: z.literal('view_close'), user: id, viewId: id, all: z.boolean() }),
  z.object({ kind: z.literal('open_home'), user: id }),
  z.object({ kind: z.literal('mark_read'), user: id, channel: id }),
  z.object({ kind: z.literal('dismiss_ephemeral'), user: id, channel: id, ts: id }),
  z.object({ kind: z.literal('control'), user: id, id }),
  z.object({ kind: z.literal('fault'), user: id, id, active: z.boolean() }),
]);
