import type { Use } from '../../domain/story/permission.ts';
import type { Result } from '../../domain/story/story.ts';
import { type StoryTitle, storyTitle, type TitledStory } from '../../domain/story/story-title.ts';
import { clip } from '../clip.ts';

export const USE_WORDS: Record<Use, string> = {
  quote: 'quote',
  name_and_title: 'name and title',
  company_name: 'company name',
  logo: 'logo',
  photo_or_video: 'photo or video',
};

export function sayUses(uses: readonly Use[]): string {
  return uses.map((use) => USE_WORDS[use]).join(', ');
}

/** "2 days instead of 9, at each month-end". */
export function sayResult({ number, unit, baseline, period }: Result): string {
  const now = `${number} ${unit}`.trim();
  return `${now}${baseline === null ? '' : ` instead of ${baseline}`}${period === null ? '' : `, ${period}`}`;
}

const LONGEST = 150;

/** "Pier Inns: 2 days instead of 9, at each month-end". Raw text: escape it on the way out. */
export function sayTitle(title: StoryTitle): string {
  switch (title.by) {
    case 'customer':
      return title.customer;
    case 'result':
      return `${title.customer}: ${firstSentence(sayResult(title.result))}`;
    case 'quote':
      return `${title.customer}: ${firstSentence(`“${title.words}”`)}`;
    case 'words':
      return `${title.customer}: ${firstSentence(title.words)}`;
  }
}

export function sayStoryTitle(story: TitledStory): string {
  return sayTitle(storyTitle(story));
}

/** Without its full stop: it stands inside other sentences. */
function firstSentence(text: string): string {
  const line = text.split(/\n/, 1)[0]?.trim() ?? '';
  return clip((/^.*?[.!?](?=\s)/.exec(line)?.[0] ?? line).replace(/\.$/, ''), LONGEST);
}
