/**
 * `npm run gallery`: posts every view to the channel GALLERY_CHANNEL, of the emulator or of a workspace, for people to look at. What Slack
 * refuses is listed by view, and the command ends with 1.
 */
import { AppError, inWords } from '../errors.ts';
import { createLogger } from '../logger.ts';
import { webClient } from './client.ts';
import { postGallery } from './gallery/post.ts';
import { gallery } from './gallery.ts';

async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl, GALLERY_CHANNEL: channel } = env;
  if (!token || !channel) throw new AppError('invalid', inWords('Set SLACK_BOT_TOKEN and GALLERY_CHANNEL.'));
  const web = webClient({ token, apiUrl, logger: createLogger('silent') }, 10_000);
  const refused = await postGallery({ web, channel, entries: gallery(), paceMs: 1_100 });
  for (const { name, why } of refused) process.stderr.write(`${name}: ${why}\n`);
  if (refused.length > 0) process.exitCode = 1;
}

run(process.env).catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
});
