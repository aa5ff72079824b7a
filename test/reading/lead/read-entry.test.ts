import { expect, it } from 'vitest';
import { readEntry } from '../../../src/reading/lead/read-entry.ts';

it.each([
  [
    'Dana Whitfield, Harbour Hotels, dana@harbour.example, wants a demo, soon',
    {
      name: 'Dana Whitfield',
      company: 'Harbour Hotels',
      reach: 'dana@harbour.example',
      message: 'wants a demo, soon',
    },
  ],
  [
    'dana@harbour.example; Dana',
    { name: 'Dana', company: null, reach: 'dana@harbour.example', message: null },
  ],
  [
    'Dana, Harbour, call +44 20 7946 0018 after five',
    {
      name: 'Dana',
      company: 'Harbour',
      reach: '+44 20 7946 0018',
      message: 'call +44 20 7946 0018 after five',
    },
  ],
  [
    '+44 20 7946 0018 Dana Whitfield dana@harbour.example, Harbour Hotels',
    {
      name: 'Dana Whitfield',
      company: 'Harbour Hotels',
      reach: '+44 20 7946 0018, dana@harbour.example',
      message: null,
    },
  ],
  [
    'Dana, tel: 020 7946 0018, Harbour, met on 25.11.2026',
    { name: 'Dana', company: 'Harbour', reach: '020 7946 0018', message: 'met on 25.11.2026' },
  ],
  [
    '00Q5g00000abcDE, dana@harbour.example, Harbour Hotels',
    {
      ...{ name: 'Harbour Hotels', company: null },
      ...{ reach: 'dana@harbour.example', message: '00Q5g00000abcDE' },
    },
  ],
  [
    'Name: Dana Whitfield, Title: CTO, wants a demo, Region: DACH, Company size: 1,000, Budget: 5000',
    {
      ...{ name: 'Dana Whitfield', title: 'CTO', region: 'DACH', companySize: '1,000', company: null },
      ...{ reach: null, message: 'wants a demo, Budget: 5000' },
    },
  ],
  ['', { name: null, company: null, reach: null, message: null }],
])('“%s” is read by its commas', (text, draft) => {
  expect(readEntry(text)).toEqual(draft);
});
