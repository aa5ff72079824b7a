/** What people and programs write at any door: dates in every layout, numbers where texts are expected, an address that is none. */
import { describe, expect, it } from 'vitest';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import { readEntry } from '../../src/reading/lead/read-entry.ts';
import { readMessage } from '../../src/reading/lead/read-message.ts';
import { readStep } from '../../src/reading/lead/read-step.ts';
import { csvFile, request } from '../support/csv.ts';
import { formServer } from '../support/web-forms.ts';

const AT = '2025-11-20T09:30:00.000Z';

/** Of 2025-11-20T09:30Z. */
const ZONED = [
  ...[
    '2025-11-20T09:30:00Z',
    '2025-11-20T10:30:00.000+01:00',
    '2025-11-20 10:30:00 +0100',
    '20251120T093000Z',
  ],
  ...['2025-11-20 09:30 UTC', '2025-11-20 10:30:00 CET', '20.11.25 10:30 MEZ', '20.11.2025 10:30 Uhr MEZ'],
  ...['Thu, 20 Nov 2025 09:30:00 GMT', 'Thu Nov 20 09:30:00 UTC 2025', '11/20/2025 10:30 AM +01:00'],
  ...[
    'Thu Nov 20 2025 10:30:00 GMT+0100 (Central European Standard Time)',
    'November 20th, 2025 4:30 AM EST',
  ],
  ...['1763631000', '1763631000000', '1763631000.0', '2025年11月20日（木） 午後6:30 +09:00'],
];

/** The same as the clocks of Berlin show it. */
const LOCAL = [
  ...['2025-11-20 10:30', '2025/11/20 10:30', '20.11.2025 10:30', '20.11.25 10:30:00', '20-Nov-25 10:30'],
  ...[
    '11/20/25 10:30 AM',
    '20/11/2025 10:30',
    'Nov 20, 2025, 10:30 AM',
    '20 novembre 2025 à 10h30',
    '45981.4375',
  ],
  ...[
    '20 de noviembre de 2025 10:30',
    '20 nov. 2025 10.30',
    '20 listopada 2025 10:30',
    '2025年11月20日 10時30分',
  ],
];

const tsv = (rows: readonly string[][]) => csvFile(rows.map((row) => row.join('\t')).join('\n'));

async function storedArrivals(server: Awaited<ReturnType<typeof formServer>>) {
  const leads = await server.leads();
  return leads.map(({ name, source, receivedAt }) => [name, source, new Date(receivedAt).toISOString()]);
}

describe('a date', () => {
  it('that names its zone is the same at each door', async () => {
    const server = await formServer();
    const reader = { now: server.context.clock.now(), timezone: 'Europe/Berlin' };
    for (const [at, text] of ZONED.entries()) {
      const name = `N ${at} ${text}`;
      const number = /^\d+$/.test(text) ? Number(text) : text;
      const lead = { source: 'Api', name, receivedAt: number };
      expect([text, (await server.post('/api/leads', lead)).status]).toEqual([text, 201]);
      expect((await server.submit({ submission_id: name, name, submitted_at: number })).status).toBe(202);
      const payload = { id: name, data: { name }, submittedAt: number };
      await server.deliver('webflow', { triggerType: 'form_submission', payload });
      const file = tsv([
        ['name', 'source', 'Submitted at'],
        [name, 'File', text],
      ]);
      await importLeads(server.context, request(file), 'none');
      for (const read of [
        readStep({ name, received_at: number }, reader),
        readMessage(`Name: X\nSubmitted at: ${text}`, [], reader),
        readEntry(`Name: X, Firma: Y, Date: ${text}`, reader),
      ])
        expect([text, read.receivedAt]).toEqual([text, Date.parse(AT)]);
    }
    const arrivals = await storedArrivals(server);
    expect(arrivals.filter(([, , at]) => at !== AT)).toEqual([]);
    expect(arrivals).toHaveLength(4 * ZONED.length);
  });

  it('that names none is of the file’s zone, or of the team’s', async () => {
    const server = await formServer('sqlite', { timezone: 'Europe/Berlin' });
    const reader = { now: server.context.clock.now(), timezone: 'Europe/Berlin' };
    for (const [at, text] of LOCAL.entries()) {
      const [taken, guessed] = await Promise.all([
        server.post('/api/leads', { source: 'Api', name: `N ${text}`, receivedAt: text }),
        server.post('/api/leads', [{ source: 'Api', name: `N ${text} (2)`, Eingangsdatum: text }]),
      ]);
      const message = 'names no time zone: taken as 2025-11-20T10:30:00+01:00, by the team’s';
      expect(taken).toMatchObject({ status: 201, body: { noted: [{ field: 'receivedAt', message }] } });
      expect(guessed).toMatchObject({ status: 201, body: { noted: [{ field: '0.receivedAt', message }] } });
      await server.submit({ submission_id: `s${at}`, name: `N ${text}`, submitted_at: text });
      const payload = { id: `w${at}`, data: { name: `N ${text}` }, submittedAt: text };
      await server.deliver('webflow', { triggerType: 'form_submission', payload });
      const file = tsv([
        ['name', 'source', 'Submitted at'],
        [`N ${text}`, 'File', text],
      ]);
      await importLeads(server.context, request(file, { timezone: 'Europe/Berlin' }), 'none');
      for (const read of [
        readStep({ name: 'X', received_at: text }, reader),
        readMessage(`Name: X\nSubmitted at: ${text}`, [], reader),
        readEntry(`Name: X, Firma: Y, Date: ${text}`, reader),
      ])
        expect([text, read.receivedAt]).toEqual([text, Date.parse(AT)]);
    }
    const arrivals = await storedArrivals(server);
    expect(arrivals.filter(([, , at]) => at !== AT)).toEqual([]);
    expect(arrivals).toHaveLength(5 * LOCAL.length);
    for (const { source, fields } of await server.leads())
      if (source === 'Website' || source === 'Webflow')
        expect(LOCAL).toContain(fields.submitted_at ?? fields['Submitted at']);
  });

  it('that names none is of the team’s zone for an outcome too, and one with its zone is not noted', async () => {
    const server = await formServer('sqlite', { timezone: 'Europe/Berlin' });
    const { body } = await server.post('/api/leads', { source: 'Api', name: 'X', receivedAt: AT });
    expect(body).not.toHaveProperty('noted');
    const leadId = body.leads[0].id;
    const told = [
      ['20.11.2025 10:30', '2025-11-20T10:30:00+01:00'],
      ['2026-07-01', '2026-07-01T00:00:00+02:00'],
    ];
    for (const [at, as] of told)
      expect(await server.post('/api/outcomes', { leadId, outcome: 'won', at })).toMatchObject({
        status: 200,
        body: { noted: [{ field: 'at', message: `names no time zone: taken as ${as}, by the team’s` }] },
      });
    const named = await server.post('/api/outcomes', { leadId, outcome: 'won', at: AT });
    expect(named.body).not.toHaveProperty('noted');
    expect(await server.post('/api/outcomes', { leadId, outcome: 'won', at: 'soon' })).toMatchObject({
      status: 422,
    });
  });

  it('that can be read in two ways is asked, or stays with the lead', async () => {
    const server = await formServer();
    const reader = { now: server.context.clock.now(), timezone: 'Europe/Berlin' };
    const text = '03/04/2025 10:30 +01:00';
    expect(await server.post('/api/leads', { source: 'Api', name: 'X', receivedAt: text })).toMatchObject({
      ...{ status: 422 },
    });
    await server.post('/api/leads', { source: 'Api', name: 'X', Eingangsdatum: text });
    await server.submit({ submission_id: 's', name: 'X', submitted_at: text });
    await server.deliver('webflow', {
      triggerType: 'form_submission',
      payload: { id: 'w', data: { name: 'X' }, submittedAt: text },
    });
    for (const { fields } of await server.leads()) expect(Object.values(fields)).toContain(text);
    expect(readStep({ name: 'X', received_at: text }, reader).fields).toEqual({ received_at: text });
    for (const draft of [
      readMessage(`Name: X\nSubmitted at: ${text}`, [], reader),
      readEntry(`Name: X, Firma: Y, Submitted at: ${text}`, reader),
    ])
      expect(draft).toMatchObject({ message: expect.stringContaining(text) });
  });
});

describe('a number, or yes and no, where a text is expected', () => {
  const FACTS = { name: 'Dana', phone: 442079460018, company: 1848, companySize: 250, message: true };

  it('is that text at each door', async () => {
    const server = await formServer();
    const reader = { now: server.context.clock.now() };
    await server.post('/api/leads', { source: 'Api', externalId: 7, campaign: 12, ...FACTS });
    await server.submit({ submission_id: 7, campaign: 12, ...FACTS });
    const payload = { id: 7, data: { campaign: 12, ...FACTS } };
    await server.deliver('webflow', { triggerType: 'form_submission', payload: { ...payload, id: '7' } });
    const wanted = {
      ...{ name: 'Dana', phone: '442079460018', company: '1848', companySize: '250', message: 'yes' },
      campaign: '12',
    };
    const leads = await server.leads();
    expect(leads).toHaveLength(3);
    for (const lead of leads) expect([lead.source, lead]).toMatchObject([lead.source, wanted]);
    const { companySize: company_size, ...others } = FACTS;
    expect(readStep({ ...others, company_size, campaign: 12 }, reader).lead).toMatchObject(wanted);
  });
});

describe('an address that is none', () => {
  const TOLD = 'ask my colleague';

  it('costs the field where there is a name, a phone or a company, and stays with the lead', async () => {
    const server = await formServer();
    const who = [{ name: 'Dana' }, { phone: '+44 20 7946 0018' }, { company: 'Harbour' }];
    for (const [at, each] of who.entries()) {
      const lead = { ...each, email: TOLD };
      expect((await server.post('/api/leads', { source: 'Api', ...lead })).status).toBe(201);
      expect((await server.submit({ submission_id: `s${at}`, ...lead })).status).toBe(202);
      const payload = { id: `w${at}`, data: lead };
      expect((await server.deliver('webflow', { triggerType: 'form_submission', payload })).status).toBe(200);
      const [head, cells] = [Object.keys(lead), Object.values(lead)];
      const file = tsv([
        [...head, 'source'],
        [...cells, 'File'],
      ]);
      expect(await importLeads(server.context, request(file), 'none')).toMatchObject({
        taken: 1,
        refused: [],
      });
      expect(readStep(lead, { now: 0 })).toMatchObject({ lead: { email: null }, fields: { email: TOLD } });
    }
    const leads = await server.leads();
    expect(leads).toHaveLength(12);
    for (const { email, fields } of leads)
      expect([email, Object.values(fields)]).toEqual([null, expect.arrayContaining([TOLD])]);
  });

  it('stays beside an answer that is called the same', async () => {
    const server = await formServer();
    await server.post('/api/leads', { source: 'Api', name: 'X', email: TOLD, fields: { email: 'yes' } });
    expect((await server.leads())[0]?.fields).toEqual({ email: 'yes', 'email (2)': TOLD });
  });

  it('is said where nothing else tells who it is', async () => {
    const server = await formServer();
    expect((await server.post('/api/leads', { source: 'Api', email: TOLD })).status).toBe(422);
    const file = tsv([
      ['email', 'source'],
      [TOLD, 'File'],
    ]);
    expect(await importLeads(server.context, request(file), 'none')).toMatchObject({
      refused: [{ line: 2, reason: 'email: must be an e-mail address' }],
    });
  });
});
