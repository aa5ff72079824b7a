/**
 * What CRMs call how far a lead or a deal has come, in their own words, through the real import: none of them is asked. `from` is the public page or
 * file where the words were read, or says that they are written from memory.
 */
import { describe, expect, it } from 'vitest';
import { importLeads } from '../../../src/intake/csv/import-leads.ts';
import { importOutcomes } from '../../../src/intake/csv/import-outcomes.ts';
import { planImport } from '../../../src/intake/csv/plan-import.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { csvFile, request } from '../../support/csv.ts';

interface Words {
  program: string;
  from: string;
  /** The column that says it. */
  column: string;
  means: Record<string, string>;
}

const LEADS: readonly Words[] = [
  {
    program: 'HubSpot, lead status',
    from: 'https://naveedabbaslive.github.io/hubspot-admin-notes/1-Objects-complete-guide.html',
    column: 'Lead Status',
    means: {
      ...{ New: 'new', Open: 'new', 'In Progress': 'working', 'Open Deal': 'qualified' },
      ...{ Unqualified: 'rejected', 'Bad Timing': 'resting', 'Attempted to Contact': 'working' },
      ...{ Connected: 'contacted' },
    },
  },
  {
    program: 'HubSpot, lifecycle stage',
    from: 'https://knowledge.hubspot.com/articles/kcs_article/contacts/how-do-i-import-contacts',
    column: 'Lifecycle Stage',
    means: {
      ...{ Subscriber: 'new', Lead: 'new', 'Marketing Qualified Lead': 'new' },
      ...{
        'Sales Qualified Lead': 'qualified',
        Opportunity: 'qualified',
        Customer: 'won',
        Evangelist: 'won',
      },
    },
  },
  {
    program: 'HubSpot in German',
    from: 'https://knowledge.hubspot.com/de/contacts/use-lifecycle-stages',
    column: 'Lifecycle-Phase',
    means: {
      ...{ Abonnent: 'new', Lead: 'new', 'Marketing-Qualified-Lead': 'new' },
      ...{ 'Sales-Qualified-Lead': 'qualified', Opportunity: 'qualified', Kunde: 'won' },
    },
  },
  {
    program: 'HubSpot’s leads in German',
    from: 'https://knowledge.hubspot.com/de/object-settings/set-up-lead-pipeline-automation',
    column: 'Lead-Status',
    means: { Neu: 'new', 'Versuch der Kontaktaufnahme': 'working', 'Kontakt aufgenommen': 'contacted' },
  },
  {
    program: 'HubSpot in French',
    from: 'https://knowledge.hubspot.com/fr/contacts/use-lifecycle-stages',
    column: 'Phase du cycle de vie',
    means: {
      ...{ Abonné: 'new', Lead: 'new', 'Lead qualifié par le marketing': 'new' },
      ...{ "Lead qualifié par l'équipe commerciale": 'qualified', Opportunité: 'qualified', Client: 'won' },
    },
  },
  {
    program: 'Salesforce',
    from: 'https://ukdatabase.store/viewtopic.php?t=1510',
    column: 'Lead Status',
    means: {
      ...{ 'Open - Not Contacted': 'new', 'Working - Contacted': 'contacted' },
      ...{ 'Closed - Converted': 'qualified', 'Closed - Not Converted': 'rejected' },
    },
  },
  {
    program: 'Salesforce in German',
    from: 'https://tangerfiv.com/de/lead-vs-opportunity-in-salesforce-deutsch',
    column: 'Leadstatus',
    means: {
      ...{ 'Offen- Nicht kontaktiert': 'new', 'Arbeiten – Kontaktiert': 'contacted' },
      ...{ 'Geschlossen- Konvertiert': 'qualified', 'Geschlossen – Nicht konvertiert': 'rejected' },
    },
  },
  {
    program: 'Zoho CRM',
    // "Contact in Future": https://github.com/coding-cooking/csv_transformer, transformer.py.
    from: 'from memory',
    column: 'Lead Status',
    means: {
      ...{ 'Attempted to Contact': 'working', 'Contact in Future': 'resting', Contacted: 'contacted' },
      ...{ 'Junk Lead': 'rejected', 'Lost Lead': 'rejected', 'Not Contacted': 'new' },
      ...{ 'Pre-Qualified': 'qualified', 'Not Qualified': 'rejected' },
    },
  },
];

describe('how far a lead has come, as its program calls it', () => {
  it.each(LEADS)('$program ($from)', async ({ column, means }) => {
    const ctx = await testContext('sqlite');
    const rows = Object.keys(means).map((word, at) => `${at},Web,Person ${at},${word}`);
    const file = request(csvFile([`Lead ID,Source,Name,${column}`, ...rows].join('\n')));
    const { plan } = await planImport(ctx, file, {
      ...{ fileName: 'leads.csv', counts: 'all' },
      rules: { noun: 'leads', post: 'recent', overlap: 'ask' },
    });
    expect(Object.fromEntries(plan.states.map(({ text, means: meant }) => [text, meant]))).toEqual(means);
    expect(plan.questions).toEqual([]);
    expect(await importLeads(ctx, file, 'none')).toMatchObject({ taken: rows.length, refused: [] });
  });
});

const DEALS: readonly Words[] = [
  {
    program: 'HubSpot',
    from: 'https://github.com/toofanCodes/hubspotdummydata, huspotDummyData.py',
    column: 'Deal Stage',
    means: {
      ...{ 'Appointment Scheduled': 'open', 'Qualified to Buy': 'open', 'Presentation Scheduled': 'open' },
      ...{ 'Decision Maker Bought-In': 'open', 'Contract Sent': 'open' },
      ...{ 'Closed Won': 'won', 'Closed Lost': 'lost' },
    },
  },
  {
    program: 'HubSpot in French',
    from: 'https://my.thirdwunder.com/fr-ca/kb/créer-un-nouveau-pipeline',
    column: 'Phase de la transaction',
    means: {
      ...{ 'Rendez-vous Planifié': 'open', 'Qualifié pour Acheter': 'open' },
      ...{ 'Fermé gagné': 'won', 'Fermé perdu': 'lost' },
    },
  },
  {
    program: 'HubSpot in German',
    from: 'https://knowledge.hubspot.com/de/crm-deals/set-up-and-customize-your-deal-pipelines-and-deal-stages',
    column: 'Deal-Phase',
    means: { Vertragsverhandlung: 'open', 'Abgeschlossen und gewonnen': 'won' },
  },
  {
    program: 'Salesforce',
    from: 'https://sfl.vaanara.in/2019/04/opportunity-stages.html',
    column: 'StageName',
    means: { Prospecting: 'open', 'Negotiation/Review': 'open', 'Closed/Won': 'won', 'Closed/Lost': 'lost' },
  },
  {
    program: 'Zoho CRM',
    from: 'https://aaxonix.com/resources/glossary/deal-stage/',
    column: 'Stage',
    means: {
      ...{ Qualification: 'open', 'Needs Analysis': 'open', 'Value Proposition': 'open' },
      ...{
        'Identify Decision Makers': 'open',
        'Perception Analysis': 'open',
        'Proposal/Price Quote': 'open',
      },
      ...{ 'Negotiation/Review': 'open', 'Closed Won': 'won', 'Closed Lost': 'lost' },
    },
  },
  {
    program: 'Pipedrive, by the status of the deal',
    from: 'https://wk.788897.xyz/singleton-factory/pipedrive-client/blob/master/docs/Model/NewDeal.md',
    column: 'Deal - Status',
    means: { Open: 'open', Won: 'won', Lost: 'lost' },
  },
  {
    program: 'Pipedrive in French',
    from: 'https://lelab0.com/guide-pipedrive/pipelines.html',
    column: 'Étape',
    means: {
      ...{ 'Lead entrant': 'open', Qualification: 'open', 'Discovery call': 'open', Proposition: 'open' },
      ...{ Négociation: 'open', Gagné: 'won', Perdu: 'lost' },
    },
  },
  {
    program: 'a pipeline in French',
    from: 'https://thecoachpilot.com/fr/wiki/mon-bureau/pipeline-vente',
    column: 'Étape',
    means: {
      ...{ 'Nouveau contact': 'open', 'Premier contact': 'open', 'Appel découverte': 'open' },
      ...{ 'Proposition envoyée': 'open', Négociation: 'open', Gagné: 'won', Perdu: 'lost' },
    },
  },
  {
    program: 'a pipeline in German',
    from: 'https://app.digiclose.pro/help/deals/dealphase-create',
    column: 'Phase',
    means: {
      ...{ Neu: 'open', Qualifiziert: 'open', Angebot: 'open', Verhandlung: 'open' },
      ...{ Gewonnen: 'won', Verloren: 'lost' },
    },
  },
];

async function statesOf(ctx: TestContext) {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select(['externalId', 'state', 'closedAt']).execute(),
  );
  return new Map(rows.map((row) => [row.externalId, row]));
}

async function withLeads(leads: number) {
  const ctx = await testContext('sqlite');
  const rows = Array.from({ length: leads }, (_, at) => `${at},Web,Person ${at},2026-11-02`);
  await importLeads(ctx, request(csvFile(['Lead ID,Source,Name,Date', ...rows].join('\n'))), 'none');
  return ctx;
}

describe('what became of a deal, as its program calls it', () => {
  it.each(DEALS)('$program ($from)', async ({ column, means }) => {
    const words = Object.entries(means);
    const ctx = await withLeads(words.length);
    const rows = words.map(([word], at) => `${at},${word},2026-11-09`);
    const report = await importOutcomes(
      ctx,
      request(csvFile([`Lead ID,${column},Close Date`, ...rows].join('\n'))),
    );
    const ends = words.filter(([, meant]) => meant !== 'open').length;
    expect(report).toMatchObject({ taken: ends, refused: [] });
    expect(report.open ?? 0).toBe(words.length - ends);
    const states = await statesOf(ctx);
    const wanted = words.map(([word, meant]) => [word, meant === 'open' ? 'new' : meant]);
    expect(words.map(([word], at) => [word, states.get(String(at))?.state])).toEqual(wanted);
  });

  it('Pipedrive: by its status and never by the stage that it had, each on its own day, with its reason', async () => {
    const ctx = await withLeads(3);
    const deals = [
      'Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Value,Deal - Currency of Value,Deal - Won time,Deal - Lost time,Deal - Lost reason,Lead ID',
      '71,Hotels,Negotiations Started,Won,1200.00,EUR,2026-11-09 10:00:00,,,0',
      '72,Spas,Proposal Made,Lost,90.00,EUR,,2026-11-10 11:00:00,Price,1',
      '73,Inns,Qualified,Open,50.00,EUR,,,,2',
    ].join('\n');
    const report = await importOutcomes(ctx, request(csvFile(deals)));
    expect(report).toMatchObject({ taken: 2, open: 1, refused: [] });
    const states = await statesOf(ctx);
    expect([...states.values()].map(({ state, closedAt }) => [state, closedAt])).toEqual([
      ['won', Date.parse('2026-11-09T10:00:00+01:00')],
      ['lost', Date.parse('2026-11-10T11:00:00+01:00')],
      ['new', null],
    ]);
  });

  it('Salesforce: stages of a company’s own need nobody to say what they mean, where it says that they are closed and won', async () => {
    const ctx = await withLeads(4);
    const file = (rows: string[]) =>
      request(csvFile(['Lead ID,StageName,IsClosed,IsWon,CloseDate', ...rows].join('\n')));
    const deals = [
      '0,Signed by both,true,true,2026-11-09',
      '1,Gone elsewhere,true,false,2026-11-09',
      '2,Legal is reading,false,false,2027-01-31',
    ];
    expect(await importOutcomes(ctx, file(deals))).toMatchObject({ taken: 2, open: 1, refused: [] });
    const states = await statesOf(ctx);
    expect([0, 1, 2].map((id) => states.get(String(id))?.state)).toEqual(['won', 'lost', 'new']);
    // Where it does not say so the word is asked, and what somebody says of it counts.
    const odd = file(['3,Signed by one,,,2026-11-09']);
    expect(await importOutcomes(ctx, odd)).toMatchObject({ taken: 0, refused: [{ line: 2 }] });
    const said = { ...odd, stages: { signedbyone: 'won' } as const };
    expect(await importOutcomes(ctx, said)).toMatchObject({ taken: 1, refused: [] });
  });
});

it.each([...LEADS, ...DEALS])('$program names a public source, or says that it has none', ({ from }) => {
  expect(from).toMatch(/^(https:\/\/|from memory$)/);
});
