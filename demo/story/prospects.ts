/** Who asks: invented people of invented companies. Numbers and domains are of the ranges that are kept for such use. */
import type { LeadInput } from '../../src/usecases/lead/receive-leads.ts';
import type { Dice } from '../dice.ts';

export type Segment = 'Hospitality' | 'Retail' | 'Restaurants' | 'Clinics';

type Prospect = Required<
  Pick<LeadInput, 'name' | 'title' | 'company' | 'email' | 'phone' | 'region' | 'companySize' | 'message'>
>;

/** Draws the next one of a segment. */
export type Prospects = (segment: Segment) => Prospect;

/** No company and no number comes twice: each lead is news. Whoever draws from the `back` meets nobody from the `front`. */
export function createProspects(dice: Dice, end: 'front' | 'back'): Prospects {
  const drawn = { Hospitality: 0, Retail: 0, Restaurants: 0, Clinics: 0 };
  let numbers = 0;
  return (segment) => {
    const index = drawn[segment]++;
    const number = numbers++ % 450;
    const company = companyOf(segment, end === 'front' ? index : -1 - index);
    return describe(dice, { segment, company, number: end === 'front' ? 100 + number : 999 - number });
  };
}

function companyOf(segment: Segment, index: number): string {
  const [places, kinds] = [PLACES.length, KINDS[segment].length];
  const at = (((index * STRIDE) % (places * kinds)) + places * kinds) % (places * kinds);
  return `${PLACES[at % places]} ${KINDS[segment][Math.floor(at / places)]}`;
}

/** Has no divisor in common with the number of companies of any segment, so that each comes before one comes again. */
const STRIDE = 31;

interface Drawn {
  segment: Segment;
  company: string;
  /** 100 to 999. */
  number: number;
}

function describe(dice: Dice, { segment, company, number }: Drawn): Prospect {
  const first = dice.pick(FIRST_NAMES);
  const { region, phone } = dice.pick(REGIONS);
  const sites = dice.between(3, 24);
  return {
    name: `${first} ${dice.pick(LAST_NAMES)}`,
    title: dice.pick(TITLES),
    company,
    email: `${slug(first)}@${slug(company)}.example`,
    phone: phone(number),
    region,
    companySize: sites < 6 ? '11–50' : sites < 14 ? '51–200' : '201–500',
    message: dice.pick(MESSAGES[segment])(sites),
  };
}

function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  return plain.toLowerCase().replace(/[^a-z]+/g, '-');
}

const FIRST_NAMES: readonly string[] = [
  ...['Dara', 'Elif', 'Tomas', 'Ingrid', 'Paolo', 'Nadia', 'Henrik', 'Camille', 'Jonas', 'Sofia'],
  ...['Marek', 'Leonie', 'Rui', 'Aoife', 'Viktor', 'Greta', 'Stefan', 'Yara', 'Oskar', 'Beatriz'],
  ...['Felix', 'Hanna', 'Noor', 'Pieter', 'Lucie', 'Emre', 'Ida', 'Matteo', 'Joana', 'Karl'],
];

const LAST_NAMES: readonly string[] = [
  ...['Lindqvist', 'Okafor', 'Reuter', 'Castelo', 'Novak', 'Moreira', 'Haas', 'Duarte', 'Keller'],
  ...['Bianchi', 'Visser', 'Jansen', 'Weber', 'Costa', 'Nielsen', 'Brady', 'Ferrari', 'Vogel', 'Lefevre'],
  ...['Pohl', 'Aydin', 'Silva', 'Kowalski', 'Hagen', 'Marin', 'Roth', 'Bakker', 'Dufour', 'Wolff'],
];

const PLACES: readonly string[] = [
  ...['Gable', 'Meadow', 'Lantern', 'Alder', 'Quay', 'Linden', 'Copper', 'Heron', 'Juniper'],
  ...['Granite', 'Willow', 'Saffron', 'Beacon', 'Orchard', 'Marble', 'Cedar', 'Tidal', 'Foxglove'],
  ...['Larch', 'Mosaic', 'Salt', 'Hazel', 'Ember', 'Compass', 'Clover', 'Slate', 'Bramble'],
];

const KINDS: Record<Segment, readonly string[]> = {
  Hospitality: ['Hotels', 'Inns', 'Lodges', 'Resorts', 'Guesthouses'],
  Retail: ['Homeware', 'Outfitters', 'Books', 'Garden Centres', 'Stores'],
  Restaurants: ['Kitchens', 'Bakeries', 'Canteens', 'Coffee'],
  Clinics: ['Dental', 'Physiotherapy', 'Eye Clinics', 'Vets'],
};

const TITLES: readonly string[] = [
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
  phone: (number: number) => string;
}

const REGIONS: readonly Region[] = [
  { region: 'Germany', phone: (number) => `+49 30 23125 ${number}` },
  { region: 'United Kingdom', phone: (number) => `+44 20 7946 0${number}` },
  {
    region: 'France',
    phone: (number) => `+33 1 99 00 0${Math.floor(number / 100)} ${String(number % 100).padStart(2, '0')}`,
  },
  { region: 'Ireland', phone: (number) => `+353 20 910 0${number}` },
];

type Message = (sites: number) => string;

const MESSAGES: Record<Segment, readonly Message[]> = {
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
