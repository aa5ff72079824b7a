import type { Use } from '../../domain/story/permission.ts';

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
