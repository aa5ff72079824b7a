import type { Result, Story } from './story.ts';

const LONGEST = 150;

/** "Pier Inns: 2 days instead of 9, month-end close", or the best there is. Raw text: escape it on the way out. */
export function storyTitle(
  story: Pick<Story, 'customer' | 'result' | 'whatWeDid' | 'quote' | 'situation'>,
): string {
  const words = story.result
    ? sayResult(story.result)
    : (story.whatWeDid ?? (story.quote ? `“${story.quote.words}”` : story.situation));
  return words ? `${story.customer}: ${firstSentence(words)}` : story.customer;
}

export function sayResult({ number, unit, baseline, period }: Result): string {
  const now = `${number} ${unit}`.trim();
  return `${now}${baseline === null ? '' : ` instead of ${baseline}`}${period === null ? '' : `, ${period}`}`;
}

/** Without its full stop: it stands inside other sentences. */
function firstSentence(text: string): string {
  const line = text.split(/\n/, 1)[0]?.trim() ?? '';
  const sentence = (/^.*?[.!?](?=\s)/.exec(line)?.[0] ?? line).replace(/\.$/, '');
  return sentence.length <= LONGEST
    ? sentence
    : `${[...sentence]
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}
