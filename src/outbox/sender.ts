import type { PostedMessage } from '../store/outbox/posted-message.ts';
import type { SendFailure } from './failure.ts';
import type { RenderedHome, RenderedMessage } from './rendered.ts';

interface OutgoingContent {
  message: RenderedMessage;
  /** 0 as rendered, up to the sender's simplest, which is text alone. */
  simplification: number;
}

interface OutgoingPost extends OutgoingContent {
  /** A channel, or a person for a direct message. */
  channel: string;
  threadTs: string | undefined;
  /** Travels with the post, so that it can be found again. */
  outboxId: string;
}

interface PostedSearch {
  /** A channel, or a person for a direct message. */
  target: string;
  threadTs: string | undefined;
  outboxId: string;
  /** Epoch ms: it was not posted before. */
  since: number;
}

/** The other side, handed in. Each call throws what `failureOf` can tell. */
export interface Sender {
  /** The last simplification; what is refused even so is not taken in any form. */
  simplest: number;
  post(post: OutgoingPost): Promise<PostedMessage>;
  update(edit: PostedMessage & OutgoingContent): Promise<void>;
  publishHome(person: string, home: RenderedHome['home'], simplification: number): Promise<void>;
  findPosted(search: PostedSearch): Promise<PostedMessage | null>;
  failureOf(thrown: unknown): SendFailure;
}
