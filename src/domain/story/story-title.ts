import type { Result, Story } from './story.ts';

export type TitledStory = Pick<Story, 'customer' | 'result' | 'whatWeDid' | 'quote' | 'situation'>;

/** What a story is called by: its customer, with the best that it has. Raw text: escape it on the way out. */
export type StoryTitle = { customer: string } & (
  | { by: 'result'; result: Result }
  | { by: 'quote' | 'words'; words: string }
  | { by: 'customer' }
);

export function storyTitle({ customer, result, whatWeDid, quote, situation }: TitledStory): StoryTitle {
  if (result) return { customer, by: 'result', result };
  if (whatWeDid !== null) return { customer, by: 'words', words: whatWeDid };
  if (quote) return { customer, by: 'quote', words: quote.words };
  return situation ? { customer, by: 'words', words: situation } : { customer, by: 'customer' };
}
