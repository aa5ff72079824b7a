import type { InsightRequestId } from '../insight/insight-request.ts';
import type { LeadId } from '../lead/lead.ts';
import type { StoryId } from './story.ts';

/** What somebody is about to tell: an answer to a request, how a lead was won, or more of a story that marketing asked back about. */
export type StoryAbout =
  | { kind: 'request'; id: InsightRequestId }
  | { kind: 'lead'; id: LeadId }
  | { kind: 'story'; id: StoryId };
