/** Words of files of deals and of spend. */
import { type Dictionary, dictionary } from './dictionary.ts';
import { leadWords } from './lead-words.ts';

/** A file of deals with one of these and no outcome column is a file of won deals. */
export const WON_DATES: readonly string[] = ['wondate', 'wonat', 'closedwondate', 'datewon', 'gewonnenam'];

type Words = Readonly<Record<string, readonly string[]>>;

const CURRENCY = [
  ...[
    'currency',
    'currency code',
    'Währung',
    'Währungscode',
    'devise',
    'code devise',
    'moneda',
    'divisa',
    'código de moneda',
  ],
  ...[
    'valuta',
    'codice valuta',
    'moeda',
    'código da moeda',
    'valutacode',
    'waluta',
    'kod waluty',
    '通貨',
    '通貨コード',
    '货币',
    '币种',
    '货币代码',
  ],
];

/** `lead_id` in a file of deals is the sender's own id, as in the file of its leads; ours is called exactly leadId. */
const OUTCOMES: Words = {
  outcome: [
    ...[
      'outcome',
      'result',
      'deal stage',
      'deal status',
      'status',
      'stage',
      'Ergebnis',
      'Phase',
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
  website: [
    ...[
      'website',
      'company domain name',
      'company domain',
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
  currency: CURRENCY,
  at: [
    ...[
      'at',
      ...WON_DATES,
      'close date',
      'closed date',
      'closed at',
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
      'closed lost reason',
      'Verlustgrund',
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

const SPEND: Words = {
  side: ['side'],
  campaignId: [
    'campaign id',
    'Kampagnen-ID',
    'ID de campaña',
    'identifiant de la campagne',
    'ID campagna',
    'ID da campanha',
    'campagne-ID',
    'identyfikator kampanii',
    'キャンペーンID',
    '广告系列编号',
  ],
  from: [
    ...[
      'from',
      'from date',
      'start date',
      'start',
      'reporting starts',
      'date',
      'day',
      'von',
      'Beginn',
      'Startdatum',
      'Berichtsstart',
      'Datum',
      'Tag',
    ],
    ...[
      'début',
      'jour',
      'début des rapports',
      'desde',
      'inicio',
      'fecha',
      'día',
      'inicio del informe',
      'inizio',
      'giorno',
      'data',
      'início',
      'dia',
      'dag',
      'dzień',
      '日付',
      '日',
      '開始日',
      '日期',
      '开始日期',
    ],
    ...['month', 'Monat', 'mois', 'mes', 'mese', 'mês', 'maand', 'miesiąc', '月', '月份'],
  ],
  to: [
    ...[
      'to',
      'to date',
      'end date',
      'end',
      'reporting ends',
      'bis',
      'Ende',
      'Enddatum',
      'Berichtsende',
      'fin',
      'fin des rapports',
      'hasta',
      'fin del informe',
    ],
    ...['fine', 'a', 'fim', 'término', 'einde', 'koniec', '終了日', '结束日期'],
  ],
  amount: [
    ...[
      'amount',
      'amount spent',
      'spend',
      'spent',
      'ad spend',
      'cost',
      'costs',
      'total spent',
      'media spend',
      'Kosten',
      'Ausgaben',
      'ausgegebener Betrag',
      'Betrag',
    ],
    ...[
      'coût',
      'coûts',
      'montant dépensé',
      'dépenses',
      'montant',
      'coste',
      'costo',
      'importe gastado',
      'gasto',
      'inversión',
      'importe',
      'importo speso',
      'spesa',
      'importo',
    ],
    ...[
      'custo',
      'valor usado',
      'valor gasto',
      'besteed bedrag',
      'uitgaven',
      'bedrag',
      'koszt',
      'wydana kwota',
      'wydatki',
      'kwota',
      '費用',
      '消化金額',
      '金額',
      '费用',
      '花费',
      '花费金额',
      '金额',
    ],
  ],
  currency: CURRENCY,
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
