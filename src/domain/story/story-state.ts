/** Where a story is in its life; story.ts and decide.ts say which step leads where. */
export type StoryState = 'told' | 'asked_back' | 'accepted' | 'published' | 'declined';
