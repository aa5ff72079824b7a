/** `npm run gallery`: posts every view to the channel GALLERY_CHANNEL, of the emulator or of a workspace, for people to look at. */
import { setTimeout as pause } from 'node:timers/promises';
import { AppError, inWords } from '../errors.ts';
import { createLogger } from '../logger.ts';
import { createOutboxClient } from './client.ts';
import { SlackCallError } from './failures.ts';
import type { GalleryEntry } from './gallery/entry.ts';
import { gallery } from './gallery.ts';
import type { TangoBlock } from './views/kit/blocks.ts';
import { context } from './views/kit/blocks.ts';

/** Slack takes one message a second in a channel. */
const PACE_MS = 1_100;

async function postGallery(env: NodeJS.ProcessEnv): Promise<void> {
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl, GALLERY_CHANNEL: channel } = env;
  if (!token || !channel) throw new AppError('invalid', inWords('Set SLACK_BOT_TOKEN and GALLERY_CHANNEL.'));
  const client = createOutboxClient({ token, apiUrl, logger: createLogger('warn') });
  const post = (text: string, blocks: TangoBlock[]) =>
    client.post({
      channel,
      message: { text, blocks },
      simplification: 0,
      outboxId: `gallery ${text}`.slice(0, 100),
    });
  for (const entry of gallery()) {
    const title = context(`*${entry.name}*`);
    await post(entry.name, [title, ...blocksOf(entry)]).catch((thrown: unknown) => {
      if (!(thrown instanceof SlackCallError) || thrown.failure.kind !== 'content') throw thrown;
      return post(entry.name, [title, context('Slack shows this one only in a modal.')]);
    });
    await pause(PACE_MS);
  }
}

/** The blocks of a modal or a Home stand for it, a modal's with its title and its submit button left out. */
function blocksOf(entry: GalleryEntry): TangoBlock[] {
  if ('message' in entry) return entry.message.blocks;
  return ('modal' in entry ? entry.modal : entry.home).blocks as TangoBlock[];
}

postGallery(process.env).catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
});
