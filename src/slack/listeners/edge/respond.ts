/** An answer at a response_url, for one person's eyes. */
import { RespondError, type RespondFn } from '@slack/bolt';
import type { Logger } from '../../../logger.ts';
import { type OutgoingMessage, SIMPLEST, simplify } from '../../simplify/simplify.ts';

/** Simpler and simpler, like messages of the outbox. Throws where Slack takes it in no form, and whatever is not about its content. */
export async function respondInSomeForm(
  respond: RespondFn,
  message: OutgoingMessage,
  log: Pick<Logger, 'error'>,
): Promise<void> {
  for (let simplification = 0; simplification <= SIMPLEST; simplification++) {
    const { text, blocks } = simplify(message, simplification);
    const shown = blocks.length > 0 ? { text, blocks: [...blocks] } : { text };
    if (await isTaken(() => respond({ response_type: 'ephemeral', replace_original: false, ...shown })))
      return;
    log.error({ where: 'response_url' }, 'Slack refused a private answer');
  }
  throw new Error('Slack takes a private answer in no form');
}

/** False: it is the content that Slack refuses. It says so by its status or, with 200, in the body. */
async function isTaken(send: () => ReturnType<RespondFn>): Promise<boolean> {
  try {
    const answer = await send();
    return !/^\s*\{.*"ok"\s*:\s*false/s.test(await answer.text());
  } catch (thrown) {
    if (thrown instanceof RespondError && thrown.statusCode === 400) return false;
    throw thrown;
  }
}
