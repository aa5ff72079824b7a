/** What is to be shown. The outbox compares it with what was shown and hands it to its sender; it does not look into it. */
export interface RenderedMessage {
  /** A full sentence: what notifications and screen readers say. */
  text: string;
  blocks: readonly object[];
  /** What to show instead where Slack refuses the blocks. Left out: the sender makes a simpler form of them. */
  simpler?: readonly object[];
  /** Epoch ms: not posted before. What stands there already is edited at any time. */
  notBefore?: number;
}

export interface RenderedHome {
  home: object;
}

export type Rendered = RenderedMessage | RenderedHome;
