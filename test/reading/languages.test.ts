/** Ten languages, twelve fields, the doors: the same words in, the same lead out. */
import { expect, it } from 'vitest';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import { readEntry } from '../../src/reading/lead/read-entry.ts';
import { readMessage } from '../../src/reading/lead/read-message.ts';
import { csvFile, request } from '../support/csv.ts';
import { webhookServer } from '../support/webhook-server.ts';

/** First and last name, e-mail, phone, company, title, segment, region, company size, message, campaign; and the whole name alone. */
const LANGUAGES: Record<string, readonly string[]> = {
  English: [
    'First name',
    'Last name',
    'What’s your work email?',
    'Phone number',
    'Company',
    'Job title',
    'Industry',
    'Country',
    'Number of employees',
    'Message',
    'Campaign',
    'Full name',
  ],
  German: [
    'Vorname',
    'Nachname',
    'Wie lautet Ihre E-Mail-Adresse?',
    'Telefonnummer',
    'Firma',
    'Position',
    'Branche',
    'Land',
    'Mitarbeiterzahl',
    'Nachricht',
    'Kampagne',
    'Wie heißen Sie?',
  ],
  French: [
    'Prénom',
    'Nom',
    'Quelle est votre adresse e-mail ?',
    'Numéro de téléphone',
    'Société',
    'Fonction',
    "Secteur d'activité",
    'Pays',
    'Effectif',
    'Commentaire',
    'Campagne',
    'Nom et prénom',
  ],
  Spanish: [
    'Nombre',
    'Apellidos',
    'Correo electrónico',
    'Teléfono',
    'Empresa',
    'Cargo',
    'Sector',
    'País',
    'Número de empleados',
    'Mensaje',
    'Campaña',
    '¿Cuál es su nombre?',
  ],
  Italian: [
    'Nome',
    'Cognome',
    'Indirizzo e-mail',
    'Numero di telefono',
    'Azienda',
    'Ruolo',
    'Settore',
    'Paese',
    'Numero di dipendenti',
    'Messaggio',
    'Campagna',
    'Nome e cognome',
  ],
  Portuguese: [
    'Nome',
    'Sobrenome',
    'Endereço de e-mail',
    'Telefone',
    'Nome da empresa',
    'Cargo',
    'Setor',
    'País',
    'Número de funcionários',
    'Mensagem',
    'Campanha',
    'Qual é o seu nome completo?',
  ],
  Dutch: [
    'Voornaam',
    'Achternaam',
    'Wat is uw e-mailadres?',
    'Telefoonnummer',
    'Bedrijfsnaam',
    'Functie',
    'Branche',
    'Land',
    'Aantal medewerkers',
    'Bericht',
    'Campagne',
    'Naam',
  ],
  Polish: [
    'Imię',
    'Nazwisko',
    'Adres e-mail',
    'Numer telefonu',
    'Nazwa firmy',
    'Stanowisko',
    'Branża',
    'Kraj',
    'Liczba pracowników',
    'Wiadomość',
    'Kampania',
    'Imię i nazwisko',
  ],
  Japanese: [
    '名',
    '姓',
    'メールアドレスを教えてください',
    'お電話番号',
    '会社名',
    '役職',
    '業種',
    '国',
    '従業員数',
    'お問い合わせ内容',
    'キャンペーン',
    'お名前',
  ],
  Chinese: [
    '名',
    '姓',
    '请输入您的邮箱',
    '手机号码',
    '公司名称',
    '职位',
    '行业',
    '国家',
    '公司规模',
    '留言',
    '营销活动',
    '您的姓名',
  ],
};

const ANSWERS = [
  'Dana',
  'Whitfield',
  'dana@harbour.example',
  '+44 20 7946 0018',
  'Harbour Hotels',
  'Director',
  'Hotels',
  'Spain',
  '250',
  'Please call me',
  'Autumn',
];

const LEAD = {
  ...{
    name: 'Dana Whitfield',
    email: 'dana@harbour.example',
    phone: '+44 20 7946 0018',
    company: 'Harbour Hotels',
  },
  ...{
    title: 'Director',
    segment: 'Hotels',
    region: 'Spain',
    companySize: '250',
    message: 'Please call me',
    campaign: 'Autumn',
  },
};
const DRAFT = {
  ...{ name: LEAD.name, company: LEAD.company, reach: `${LEAD.email}, ${LEAD.phone}` },
  message: expect.stringContaining(LEAD.message),
};

/** Once with the name in two parts and once as a whole. */
function formsOf(labels: readonly string[]): [label: string, value: string][][] {
  const pairs = ANSWERS.map((value, at): [string, string] => [labels[at] ?? '', value]);
  return [pairs, [[labels[11] ?? '', LEAD.name], ...pairs.slice(2)]];
}

it.each(Object.entries(LANGUAGES))('%s at every door', async (_, labels) => {
  const server = await webhookServer();
  const { context: ctx } = server;
  for (const [at, pairs] of formsOf(labels).entries()) {
    const data = Object.fromEntries(pairs);
    const quoted = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(',');
    const path = csvFile(
      `${quoted(pairs.map(([label]) => label))}\n${quoted(pairs.map(([, value]) => value))}\n`,
    );
    await importLeads(ctx, request(path, { set: { source: 'File' } }), 'none');
    const body = { triggerType: 'form_submission', payload: { id: `w${at}`, data } };
    expect((await server.deliver('webflow', body)).status).toBe(200);
    expect((await server.post('/api/leads', { source: 'Api', ...data })).status).toBe(201);
    const lines = pairs.map(([label, value]) => `${label}: ${value}`);
    expect(readMessage(lines.join('\n'))).toMatchObject(DRAFT);
    expect(readEntry(lines.join(', '))).toMatchObject(DRAFT);
  }
  const leads = await server.leads();
  expect(leads).toHaveLength(6);
  for (const lead of leads) expect(lead).toMatchObject({ ...LEAD, fields: {} });
});
