import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import type { Reply } from '../../../domain/insight/reply.ts';
import { section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { person, quote } from '../kit/text.ts';
import { wanted } from './insight-words.ts';

/** What somebody answered, for the asker: in the request's thread, or directly where there is none. */
export function insightLine({ request, reply }: { request: InsightRequest; reply: Reply }): MessageView {
  const asker = person(request.askedBy);
  const who = person(reply.person);
  const about = request.channel ? '' : ` (You asked for ${wanted(request)}.)`;
  const text =
    reply.kind === 'cannot_help'
      ? `${asker}, ${who} can’t help with this one.${about}`
      : `${asker}, ${who} says ${person(reply.named)} would know. I have asked them.${about}${note(reply.note)}`;
  return { text, blocks: [section(text)] };
}

function note(text: string | null): string {
  return text ? `\n${quote(text)}` : '';
}
