/** What the page tells a visitor to try, in an order that tells the story of one lead and one week. */
import type { EmulatorOptions } from '../emulator/start-emulator.ts';
import { ANA, BEN, FIELD, LEADS, MARKETING, MAX, MIA, SCORECARD } from './company.ts';
import { curlLine } from './mailbox.ts';

type Guide = NonNullable<EmulatorOptions['guide']>;

export function createGuide(apiUrl: string): Guide {
  return {
    title: 'Try Tango',
    intro:
      'Pinecone Ledger sells bookkeeping to hotels and shops. It is Thursday morning in November, and four leads came in since it began. Act as anybody; nothing leaves this machine.',
    steps: [...WORK_A_LEAD, ...LET_TIME_PASS, ...ASK_THE_FIELD, ...READ_THE_WEEK, ...trouble(apiUrl)],
  };
}

const WORK_A_LEAD: Guide['steps'] = [
  {
    title: 'Claim a lead',
    text: 'Be Ana. Dana of Harbour Hotels arrived a few minutes ago and is hot. Click Claim on her card.',
    person: ANA,
    conversation: LEADS,
  },
  {
    title: 'Come second',
    text: 'Be Ben. There is nothing left to claim: the card says that Ana has it. Press Qualify all the same, and he is told privately whose it is.',
    person: BEN,
    conversation: LEADS,
  },
  {
    title: 'Qualify it',
    text: 'As Ana again: Contacted, then Qualify. The form is the definition of “qualified”, as a checklist.',
    person: ANA,
    conversation: LEADS,
  },
  {
    title: 'Reject one with a reason',
    text: 'Rui of Cove Resorts wants to hear from us in spring. Reject, choose Bad timing, name a day: the lead rests until then.',
    person: ANA,
    conversation: LEADS,
  },
];

const LET_TIME_PASS: Guide['steps'] = [
  {
    title: 'Let time pass',
    text: 'Open the clock at the top and choose “Forward to the next nag”, twice or three times. Whoever let a lead wait is reminded, politely and never at night.',
    person: BEN,
    conversation: LEADS,
  },
];

const ASK_THE_FIELD: Guide['steps'] = [
  {
    title: 'Ask the field',
    text: 'Be Mia from marketing and type /insight case study about hotels.',
    person: MIA,
    conversation: FIELD,
  },
  {
    title: 'Tell the story',
    text: 'Be Ana and choose Tell the story on Mia’s request.',
    person: ANA,
    conversation: FIELD,
  },
  {
    title: 'Accept it',
    text: 'As Mia, read what came in. Accept it, ask back, or publish it; Ana hears of it.',
    person: MIA,
    conversation: MARKETING,
  },
];

const READ_THE_WEEK: Guide['steps'] = [
  {
    title: 'Read the scorecard',
    text: 'Open the clock and choose “Forward to Monday 9:00”. Be Max: one post for everybody, the full story in its thread.',
    person: MAX,
    conversation: SCORECARD,
  },
];

function trouble(apiUrl: string): Guide['steps'] {
  return [
    {
      title: 'Take Slack down',
      text: 'Under the spanner at the top switch on “Slack is down”, then let a lead arrive: from the clock’s menu, or with the command below. Switch it off again, and its card comes, once.',
      person: ANA,
      conversation: LEADS,
    },
    {
      title: 'Send a lead yourself',
      text: curlLine(apiUrl),
    },
  ];
}
