/** Where leads come from: each source with its campaign, how many it brings, how good they are, and what it costs. */
import type { Segment } from './prospects.ts';

export interface Channel {
  source: string;
  campaign: string | null;
  /** The first week of the story is 0; both ends included. */
  weeks: readonly [first: number, last: number];
  perWeek: number;
  segments: Partial<Record<Segment, number>>;
  /** Shares. */
  hot: number;
  qualifies: number;
  /** Weights of the reject reasons, by code. */
  reasons: Record<string, number>;
  /** Why marketing passes such a lead on. */
  why: readonly string[];
  /** What it costs in each of its weeks, in major units. */
  weeklyCost: number;
}

export const LAST_WEEK = 12;

export const CHANNELS: readonly Channel[] = [
  {
    source: 'Webinar',
    campaign: 'Month-end in two days',
    weeks: [0, 3],
    perWeek: 7,
    segments: { Hospitality: 3, Retail: 3, Restaurants: 2, Clinics: 2 },
    hot: 0.15,
    qualifies: 0.45,
    reasons: { no_need: 3, bad_timing: 3, no_budget: 2, unreachable: 1 },
    why: ['Stayed to the end, asked about prices', 'Asked two questions in the webinar'],
    weeklyCost: 310,
  },
  {
    source: 'Webinar',
    campaign: 'Hotels Q4',
    weeks: [4, LAST_WEEK],
    perWeek: 8,
    segments: { Hospitality: 9, Restaurants: 1 },
    hot: 0.25,
    qualifies: 0.55,
    reasons: { bad_timing: 3, no_budget: 3, no_need: 2, unreachable: 1, wrong_person: 1 },
    why: ['3 visits to pricing, opened the hotel case study', 'Registered three colleagues as well'],
    weeklyCost: 390,
  },
  {
    source: 'Paid search',
    campaign: 'Reconciliation software',
    weeks: [0, LAST_WEEK],
    perWeek: 9,
    segments: { Hospitality: 2, Retail: 4, Restaurants: 3, Clinics: 3 },
    hot: 0.1,
    qualifies: 0.22,
    reasons: {
      ...{ not_our_market: 7, competitor_or_student: 2, spam: 2, no_budget: 2 },
      ...{ bad_contact_data: 2, unreachable: 2, other: 1 },
    },
    why: ['Asked for a demo', 'Downloaded the checklist, then the price list'],
    weeklyCost: 480,
  },
  {
    source: 'Organic',
    campaign: null,
    weeks: [0, LAST_WEEK],
    perWeek: 5,
    segments: { Hospitality: 3, Retail: 3, Restaurants: 2, Clinics: 2 },
    hot: 0.15,
    qualifies: 0.4,
    reasons: { not_our_market: 2, no_need: 2, bad_timing: 2, no_budget: 1, competitor_or_student: 1 },
    why: ['Wrote through the contact form', 'Asked for a call back'],
    weeklyCost: 0,
  },
  {
    source: 'Referral',
    campaign: 'Partner accountants',
    weeks: [0, LAST_WEEK],
    perWeek: 3,
    segments: { Hospitality: 3, Retail: 2, Clinics: 3 },
    hot: 0.4,
    qualifies: 0.7,
    reasons: { bad_timing: 2, no_budget: 1 },
    why: ['Their accountant recommends us', 'Introduced by a customer'],
    weeklyCost: 150,
  },
  {
    source: 'Trade fair',
    campaign: 'Retail Days',
    weeks: [5, 5],
    perWeek: 15,
    segments: { Retail: 8, Restaurants: 1 },
    hot: 0.2,
    qualifies: 0.3,
    reasons: { wrong_person: 1, bad_timing: 4, unreachable: 3, no_need: 2, other: 1 },
    why: ['Long talk at our stand', 'Left a card, wants a demo'],
    weeklyCost: 2_900,
  },
];
