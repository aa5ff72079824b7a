/** The gallery on its way into a channel: Slack is asked about each view in the place that it is made for, and what it refuses is listed. */
import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { classified } from '../client.ts';
import { SlackCallError } from '../failures.ts';
import type { TangoBlock } from '../views/kit/blocks.ts';
import { context } from '../views/kit/blocks.ts';
import type { GalleryEntry } from './entry.ts';

interface Refused {
  name: string;
  why: string;
}

interface Options {
  web: WebClient;
  channel: string;
  entries: readonly GalleryEntry[];
  /** Between two messages: Slack takes one a second in a channel. */
  paceMs: number;
}

export async function postGallery({ web, channel, entries, paceMs }: Options): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const entry of entries) {
    const why = await refusalOf(web, entry);
    if (why !== null) refused.push({ name: entry.name, why });
    await show(web, channel, entry, why);
    await pause(paceMs);
  }
  return refused;
}

/** In the place that it is made for. Null: Slack takes it. */
async function refusalOf(web: WebClient, entry: GalleryEntry): Promise<string | null> {
  const given = 'message' in entry ? { message: { blocks: entry.message.blocks } } : { view: viewOf(entry) };
  return saidOf(() => web.blocks.validate(given));
}

/** What of a modal or a Home can stand in a message stands for it. */
async function show(web: WebClient, channel: string, entry: GalleryEntry, why: string | null): Promise<void> {
  const text = 'message' in entry ? entry.message.text : entry.name;
  const title = context(`*${entry.name}*${why === null ? '' : ' :warning: refused'}`);
  const blocks = 'message' in entry ? entry.message.blocks : viewOf(entry).blocks;
  const shown = await saidOf(() => web.chat.postMessage({ channel, text, blocks: [title, ...blocks] }));
  if (shown === null) return;
  const instead = why === null ? 'Slack shows this one only in its own place.' : 'Slack refuses this one.';
  await web.chat.postMessage({ channel, text, blocks: [title, context(instead)] });
}

async function saidOf(call: () => Promise<unknown>): Promise<string | null> {
  try {
    await classified(call);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof SlackCallError) || !thrown.failure.code.startsWith('invalid_')) throw thrown;
    return thrown.failure.details.join('; ') || thrown.failure.code;
  }
}

function viewOf(entry: Exclude<GalleryEntry, { message: unknown }>) {
  const view = 'modal' in entry ? entry.modal : entry.home;
  return { ...view, blocks: view.blocks as TangoBlock[] };
}
