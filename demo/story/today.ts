/** The leads of the day of the visit, written by hand: what waits when a visitor arrives. */
import { BEN } from '../company.ts';
import { todayAt } from './calendar.ts';
import type { PlannedLead } from './planned-lead.ts';

export const LEADS_OF_TODAY: readonly PlannedLead[] = [
  {
    at: todayAt('09:08'),
    input: {
      source: 'Paid search',
      campaign: 'Reconciliation software',
      name: 'Tomas Reuter',
      title: 'Managing Director',
      company: 'Anchor Homeware',
      email: 'tomas@anchor-homeware.example',
      phone: '+49 30 23125 044',
      segment: 'Retail',
      region: 'Germany',
      companySize: '51–200',
      message:
        '12 shops, three tills each, one spreadsheet. Not before February, but I want to understand the price.',
      reason: 'Downloaded the checklist, then the price list',
    },
    steps: [
      { kind: 'claim', at: todayAt('09:31'), person: BEN },
      { kind: 'contact', at: todayAt('10:12'), person: BEN },
    ],
  },
  {
    at: todayAt('09:40'),
    input: {
      source: 'Organic',
      name: 'Camille Dufour',
      title: 'Owner',
      company: 'Pepper Kitchens',
      email: 'camille@pepper-kitchens.example',
      segment: 'Restaurants',
      region: 'France',
      companySize: '11–50',
      message: 'Delivery platforms pay us in lumps. With 6 kitchens nobody knows what belongs where.',
      reason: 'Wrote through the contact form',
    },
    steps: [],
  },
  {
    at: todayAt('10:05'),
    input: {
      source: 'Webinar',
      campaign: 'Hotels Q4',
      name: 'Rui Castelo',
      title: 'Finance Director',
      company: 'Cove Resorts',
      email: 'rui@cove-resorts.example',
      phone: '+44 20 7946 0042',
      segment: 'Hospitality',
      region: 'United Kingdom',
      companySize: '201–500',
      message: 'Good webinar. Our year ends in March, so please call me after that and not before.',
      reason: 'Stayed to the end, asked about prices',
    },
    steps: [],
  },
  {
    at: todayAt('10:34'),
    input: {
      source: 'Webinar',
      campaign: 'Hotels Q4',
      name: 'Dana Whitfield',
      title: 'Head of Operations',
      company: 'Harbour Hotels',
      email: 'dana@harbour-hotels.example',
      phone: '+44 20 7946 0018',
      segment: 'Hospitality',
      region: 'United Kingdom',
      companySize: '201–500',
      message:
        'We run 14 properties and lose two days a month on reconciliation. Can you show us the group view?',
      reason: '3 visits to pricing, opened the hotel case study',
      priority: 'hot',
    },
    steps: [],
  },
];
