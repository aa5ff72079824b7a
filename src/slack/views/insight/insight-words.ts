/** How a request is said, wherever it is mentioned. All of it is mrkdwn. */
import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import { clip } from '../../../sentences/clip.ts';
import { KIND_WORDS } from '../../../sentences/en/insight.ts';
import { escapeText, person } from '../kit/text.ts';

/** "a case study about *hotel groups*" */
export function wantedBold({ kind, topic }: Pick<InsightRequest, 'kind' | 'topic'>): string {
  return `${KIND_WORDS[kind].phrase} *${escapeText(topic)}*`;
}

/** The same for places without formatting. */
export function wanted({ kind, topic }: Pick<InsightRequest, 'kind' | 'topic'>): string {
  return `${KIND_WORDS[kind].phrase} ${escapeText(clip(topic, 150))}`;
}

export function mentions(people: readonly string[]): string {
  return people.map(person).join(', ');
}
