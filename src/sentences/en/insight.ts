import type { InsightKind } from '../../domain/insight/insight-kind.ts';

interface KindWords {
  label: string;
  /** Reads on into the topic: "a case study about" hotels. */
  phrase: string;
}

export const KIND_WORDS: Record<InsightKind, KindWords> = {
  case_study: { label: 'Case study', phrase: 'a case study about' },
  testimonial: { label: 'Testimonial', phrase: 'a testimonial about' },
  photo: { label: 'Photo', phrase: 'a photo of' },
  objection: { label: 'Objection', phrase: 'the objections to' },
  competitor: { label: 'Competitor', phrase: 'what you hear about the competitor' },
  new_market: { label: 'New market', phrase: 'what you see in the new market' },
  pitch: { label: 'How we pitch', phrase: 'how you pitch' },
  pain: { label: 'Customer’s pain', phrase: 'what hurts customers about' },
  pricing: { label: 'Pricing', phrase: 'what customers say about the price of' },
};
