/** What marketing can ask the field for, and how people say it. */

export const INSIGHT_KINDS = [
  'case_study',
  'testimonial',
  'photo',
  'objection',
  'competitor',
  'new_market',
  'pitch',
  'pain',
  'pricing',
] as const;

export type InsightKind = (typeof INSIGHT_KINDS)[number];

interface KindWords {
  label: string;
  /** Reads on into the topic: "a case study about" hotels. */
  phrase: string;
  /** What people may type for it, lower case. */
  said: readonly string[];
}

export const KIND_WORDS: Record<InsightKind, KindWords> = {
  case_study: { label: 'Case study', phrase: 'a case study about', said: ['case study', 'case studies'] },
  testimonial: {
    label: 'Testimonial',
    phrase: 'a testimonial about',
    said: ['testimonial', 'testimonials', 'quote', 'quotes'],
  },
  photo: { label: 'Photo', phrase: 'a photo of', said: ['photo', 'photos', 'picture', 'pictures'] },
  objection: { label: 'Objection', phrase: 'the objections to', said: ['objection', 'objections'] },
  competitor: {
    label: 'Competitor',
    phrase: 'what you hear about the competitor',
    said: ['competitor', 'competitors'],
  },
  new_market: { label: 'New market', phrase: 'what you see in the new market', said: ['new market'] },
  pitch: { label: 'How we pitch', phrase: 'how you pitch', said: ['how we pitch', 'pitch'] },
  pain: {
    label: 'Customer’s pain',
    phrase: 'what hurts customers about',
    said: ["customer's pain", 'customer’s pain', 'customer pain', 'pain'],
  },
  pricing: { label: 'Pricing', phrase: 'what customers say about the price of', said: ['pricing', 'price'] },
};

/** What was typed behind `/insight`: "a case study about hotels" is a kind and a topic; anything else is a topic. */
export function parseRequestText(typed: string): { kind: InsightKind | null; topic: string } {
  const text = typed.trim().replace(/\s+/g, ' ');
  const words = text.replace(/^(an?|the) /i, '');
  for (const kind of INSIGHT_KINDS) {
    const said = KIND_WORDS[kind].said.find((name) => startsWithWords(words, name));
    if (said) return { kind, topic: withoutJoint(words.slice(said.length)) };
  }
  return { kind: null, topic: text };
}

function startsWithWords(text: string, words: string): boolean {
  const next = text.charAt(words.length);
  return text.toLowerCase().startsWith(words) && (next === '' || /[\s:,-]/.test(next));
}

function withoutJoint(rest: string): string {
  return rest.replace(/^[\s:,-]+/, '').replace(/^(about|on|of|for|from|with|to)(\s+|$)/i, '');
}
