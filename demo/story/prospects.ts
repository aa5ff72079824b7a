/** Who asks: invented people of invented companies. Numbers and domains are of the ranges that are kept for such use. */
import type { LeadInput } from '../../src/usecases/receive-leads.ts';
import type { Dice } from '../dice.ts';

export type Segment = 'Hospitality' | 'Retail' | 'Restaurants' | 'Clinics';

type Prospect = Required<
  Pick<LeadInput, 'name' | 'title' | 'company' | 'email' | 'phone' | 'region' | 'companySize' | 'message'>
>;

export function prospect(dice: Dice, segment: Segment): Prospect {
  const name = `${dice.pick(FIRST_NAMES)} ${dice.pick(LAST_NAMES)}`;
  const company = `${dice.pick(PLACES)} ${dice.pick(KINDS[segment])}`;
  const { region, phone } = dice.pick(REGIONS);
  const sites = dice.between(3, 24);
  return {
    name,
    title: dice.pick(TITLES),
    company,
    email: `${slug(name.split(' ')[0] ?? '')}@${slug(company)}.example`,
    phone: phone(dice.between(10, 99)),
    region,
    companySize: sites < 6 ? '11–50' : sites < 14 ? '51–200' : '201–500',
    message: dice.pick(MESSAGES[segment])(sites),
  };
}

function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  return plain.toLowerCase().replace(/[^a-z]+/g, '-');
}

const FIRST_NAMES: [string, ...string[]] = [
  ...(['Dara', 'Elif', 'Tomas', 'Ingrid', 'Paolo', 'Nadia', 'Henrik', 'Camille', 'Jonas', 'Sofia'] as const),
  ...['Marek', 'Leonie', 'Rui', 'Aoife', 'Viktor', 'Greta', 'Stefan', 'Yara', 'Oskar', 'Beatriz'],
  ...['Felix', 'Hanna', 'Noor', 'Pieter', 'Lucie', 'Emre', 'Ida', 'Matteo', 'Joana', 'Karl'],
];

const LAST_NAMES: [string, ...string[]] = [
  ...(['Lindqvist', 'Okafor', 'Reuter', 'Castelo', 'Novak', 'Moreira', 'Haas', 'Duarte', 'Keller'] as const),
  ...['Bianchi', 'Visser', 'Jansen', 'Weber', 'Costa', 'Nielsen', 'Brady', 'Ferrari', 'Vogel', 'Lefevre'],
  ...['Pohl', 'Aydin', 'Silva', 'Kowalski', 'Hagen', 'Marin', 'Roth', 'Bakker', 'Dufour', 'Wolff'],
];

const PLACES: [string, ...string[]] = [
  ...(['Pier', 'Meadow', 'Lantern', 'Alder', 'Quay', 'Linden', 'Copper', 'Heron', 'Juniper'] as const),
  ...['Granite', 'Willow', 'Saffron', 'Beacon', 'Orchard', 'Marble', 'Cedar', 'Tidal', 'Foxglove'],
  ...['Larch', 'Mosaic', 'Salt', 'Hazel', 'Ember', 'Compass', 'Clover', 'Slate', 'Bramble'],
];

const KINDS: Record<Segment, [string, ...string[]]> = {
  Hospitality: ['Hotels', 'Inns', 'Lodges', 'Resorts', 'Guesthouses'],
  Retail: ['Homeware', 'Outfitters', 'Books', 'Garden Centres', 'Stores'],
  Restaurants: ['Kitchens', 'Bakeries', 'Canteens', 'Coffee'],
  Clinics: ['Dental', 'Physiotherapy', 'Eye Clinics', 'Vets'],
};

const TITLES: [string, ...string[]] = [
  'Head of Finance',
  'Finance Director',
  'Head of Operations',
  'Managing Director',
  'Financial Controller',
  'Group Accountant',
  'Owner',
];

interface Region {
  region: string;
  phone: (last: number) => string;
}

const REGIONS: [Region, ...Region[]] = [
  { region: 'Germany', phone: (last) => `+49 30 23125 1${last}` },
  { region: 'United Kingdom', phone: (last) => `+44 20 7946 00${last}` },
  { region: 'France', phone: (last) => `+33 1 99 00 12 ${last}` },
  { region: 'Ireland', phone: (last) => `+353 20 910 00${last}` },
];

type Message = (sites: number) => string;

const MESSAGES: Record<Segment, [Message, ...Message[]]> = {
  Hospitality: [
    (n) => `We run ${n} houses and close the month on day nine. Can you show us the group view?`,
    (n) => `Night audit and bank never agree in our ${n} properties. How do you match card payouts?`,
    () => 'Our accountant leaves in spring and half of the month-end is in her head.',
    (n) => `What does it cost for ${n} hotels, and does it speak to our booking system?`,
  ],
  Retail: [
    (n) => `${n} shops, three tills each, one spreadsheet. We need something better before the season.`,
    () => 'Gift cards break our reconciliation every month. Do you handle them?',
    (n) => `Looking for a tool that takes in the daily takings of ${n} stores.`,
    () => 'Saw you at the fair. Please send prices and a short demo.',
  ],
  Restaurants: [
    (n) => `Delivery platforms pay us in lumps. With ${n} kitchens nobody knows what belongs where.`,
    () => 'Can you split tips and takings by site?',
    (n) => `We open two more sites next year and are at ${n} now. Is that too small for you?`,
  ],
  Clinics: [
    (n) => `Insurers pay late and in bundles. We want to see what is open in ${n} practices.`,
    () => 'How long does it take to set up, and who does it?',
    (n) => `We merged ${n} practices and have four sets of books.`,
  ],
};
