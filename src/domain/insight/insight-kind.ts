/** What marketing can ask the field for, and how it is read from what people type. Its words are in sentences/. */

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

/** What people may type for it, lower case. */
const TYPED: Record<InsightKind, readonly string[]> = {
  case_study: ['case study', 'case studies'],
  testimonial: ['testimonial', 'testimonials', 'quote', 'quotes'],
  photo: ['photo', 'photos', 'picture', 'pictures'],
  objection: ['objection', 'objections'],
  competitor: ['competitor', 'competitors'],
  new_market: ['new market'],
  pitch: ['how we pitch', 'pitch'],
  pain: ["customer's pain", 'customer’s pain', 'customer pain', 'pain'],
  pricing: ['pricing', 'price'],
};

/** What was typed behind `/insight`: "a case study about hotels" is a kind and a topic; anything else is a topic. */
export function parseRequestText(request: string): { kind: InsightKind | null; topic: string } {
  const text = request.trim().replace(/\s+/g, ' ');
  const words = text.replace(/^(an?|the) /i, '');
  for (const kind of INSIGHT_KINDS) {
    const typed = TYPED[kind].find((name) => startsWithWords(words, name));
    if (typed) return { kind, topic: withoutJoint(words.slice(typed.length)) };
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
