/** Words of files of deals and of spend. */
import { CURRENCY } from './currency-words.ts';
import { type Dictionary, dictionary } from './dictionary.ts';
import { leadWords } from './lead-words.ts';
import { SPEND } from './spend-words.ts';

/** A file of deals with one of these and no outcome column is a file of won deals. */
export const WON_DATES: readonly string[] = ['wondate', 'wonat', 'closedwondate', 'datewon', 'gewonnenam'];

type Words = Readonly<Record<string, readonly string[]>>;

/**
 * `lead_id` in a file of deals is the sender's own id, as in the file of its leads; ours is called exactly leadId. HubSpot's: github.com/toofanCodes/
 * hubspotdummydata, huspotDummyData.py; Pipedrive's: github.com/geek247-amzo/sti-risk-os, scripts/import-pipedrive.mjs; Salesforce's:
 * developer.salesforce.com, "Opportunity".
 */
const OUTCOMES: Words = {
  externalId: ['Associated Contact IDs', 'Associated Contact ID', 'Contact ID', 'Deal - Contact person ID'],
  email: ['Associated Contact Email', 'Contact email', 'Deal - Contact person email'],
  isWon: ['IsWon', 'won', 'Is Closed Won', 'hs_is_closed_won'],
  isClosed: ['IsClosed', 'closed', 'Is Deal Closed?', 'hs_is_closed'],
  wonAt: ['Deal - Won time', 'won time', 'Deal - Won on', 'Deal - Gewonnen am', 'Affaire - Date de gain'],
  lostAt: [
    'Deal - Lost time',
    'lost time',
    'Deal - Lost on',
    'Deal - Verloren am',
    'Affaire - Date de perte',
  ],
  outcome: [
    ...[
      'outcome',
      'result',
      'deal stage',
      'stage name',
      'opportunity stage',
      'opportunity status',
      'sales stage',
      'deal status',
      'status',
      'stage',
      'Ergebnis',
      'Deal-Phase',
      'Deal-Status',
      'Phase',
      'Affaire - Statut',
      'Affaire - Étape',
      'étape de la transaction',
      'phase de la transaction',
      'résultat',
      'statut',
      'étape',
    ],
    ...[
      'resultado',
      'estado',
      'etapa',
      'esito',
      'stato',
      'fase',
      'status da negociação',
      'resultaat',
      'wynik',
      'etap',
      '結果',
      'ステータス',
      '结果',
      '状态',
      '阶段',
    ],
  ],
  dealId: [
    ...['deal id', 'opportunity id', 'Record ID - Deal', 'Deal - ID', 'hs_deal_id', 'deal number'],
    ...[
      'Deal-Nummer',
      'Opportunity-ID',
      'ID de la affaire',
      'ID del negocio',
      'ID da negociação',
      '商談ID',
      '商机ID',
    ],
  ],
  website: [
    ...[
      'website',
      'company domain name',
      'company domain',
      'Associated Company Domain',
      'website URL',
      'domain',
      'Webseite',
      'Firmenwebsite',
    ],
    ...['site web', 'sitio web', 'página web', 'sito web', 'strona internetowa', 'ウェブサイト', '网站'],
  ],
  value: [
    ...[
      'value',
      'declared monthly revenue',
      'deal value',
      'deal amount',
      'amount',
      'revenue',
      'Wert',
      'Deal-Wert',
      'Affaire - Valeur',
      'Betrag',
      'Auftragswert',
      'Umsatz',
    ],
    ...[
      'montant',
      'valeur',
      'importe',
      'valor',
      'monto',
      'importo',
      'valore',
      'bedrag',
      'waarde',
      'wartość',
      'kwota',
      '金額',
      '金额',
    ],
  ],
  currency: [
    ...CURRENCY,
    ...['Deal - Currency', 'Deal - Currency of Value', 'Currency of Value', 'CurrencyIsoCode'],
    'Opportunity Currency',
  ],
  at: [
    ...[
      'at',
      ...WON_DATES,
      'Deal - Deal closed on',
      'Deal closed on',
      'Deal - Closed on',
      'close date',
      'closed date',
      'closed at',
      'closed on',
      'closed time',
      'closing date',
      'actual close date',
      'actual closed date',
      'date closed',
      'lost date',
      'date',
      'Abschlussdatum',
      'abgeschlossen am',
      'Datum',
      'date de clôture',
    ],
    ...[
      'fecha de cierre',
      'fecha',
      'data di chiusura',
      'data',
      'data de fechamento',
      'afsluitdatum',
      'data zamknięcia',
      '成約日',
      '完了日',
      '成交日期',
      '日期',
    ],
  ],
  reason: [
    ...[
      'reason',
      'lost reason',
      'Deal - Lost reason',
      'closed lost reason',
      'loss reason',
      'Verlustgrund',
      'Deal - Verlustgrund',
      'Affaire - Motif de perte',
      'motif de perte',
      'Grund',
      'motif',
      'raison',
      'motivo',
      'reden',
      'powód',
      '理由',
      '失注理由',
      '原因',
    ],
  ],
};

const made = new Map<'outcomes' | 'spend', Dictionary<string>>();

/** Made at the first question. */
export function moneyWords(noun: 'outcomes' | 'spend'): Dictionary<string> {
  const known =
    made.get(noun) ?? dictionary([fieldNames(noun), shared(noun), ...[noun === 'spend' ? SPEND : OUTCOMES]]);
  made.set(noun, known);
  return known;
}

function fieldNames(noun: 'outcomes' | 'spend'): Words {
  const fields = Object.keys(noun === 'spend' ? SPEND : OUTCOMES);
  return Object.fromEntries(fields.map((field) => [field, [field]]));
}

/** Said as in a file of leads. */
function shared(noun: 'outcomes' | 'spend'): Words {
  const fields =
    noun === 'spend' ? (['source', 'campaign'] as const) : (['externalId', 'source', 'email'] as const);
  return Object.fromEntries(fields.map((field) => [field, leadWords().keysOf(field)]));
}
