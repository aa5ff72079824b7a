import type { HomeView } from '@slack/types';
import type { AnnouncementKind } from '../domain/announcement.ts';
import type { TangoBlock } from '../slack/views/kit/blocks.ts';
import type { Tx } from '../store/transaction.ts';

export interface RenderedMessage {
  /** A full sentence: what notifications and screen readers say. */
  text: string;
  blocks: TangoBlock[];
  /** What to show instead where Slack refuses the blocks. Left out: charts and tables become text by themselves. */
  simpler?: TangoBlock[];
}

interface RenderedHome {
  home: HomeView;
}

export type Rendered = RenderedMessage | RenderedHome;

/**
 * How a thing stands at this moment, in words. Null: there is nothing left to say, and nothing is sent. Reads the database through
 * `tx` and waits for nothing else.
 */
export type Renderer = (tx: Tx, ref: string, now: number) => Promise<Rendered | null>;

export type Renderers = Partial<Record<AnnouncementKind, Renderer>>;
