import type { PlainTextOption } from '@slack/types';
import { cut } from '../../../sentences/clip.ts';
import { option } from '../kit/elements.ts';

/** Slack takes no more of what is behind an entry; which source begins so is found again when the form is saved. */
const MOST = 150;

export function sourceOption(source: string): PlainTextOption {
  return option(source, cut(source, MOST));
}

/** Said to be new, so that whoever meant one that we know sees it. */
export function newSourceOption(source: string, what = 'source'): PlainTextOption {
  const isCut = source.length > MOST;
  return option(
    `New ${what}: ${source}`,
    cut(source, MOST),
    isCut ? `Its first ${MOST} characters` : undefined,
  );
}
