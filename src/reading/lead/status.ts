/**
 * What a CRM calls the state of a lead. Words that are not known here are no guess: whoever brings the file says what they mean.
 */
import { TOLD_STATES, type ToldState } from '../../domain/lead/history.ts';
import { readStage } from '../outcome/stage.ts';
import { wordKey } from '../words/word-key.ts';

/** By the key of a word, what somebody has said that it means. */
export type SaidStatuses = Readonly<Record<string, ToldState>>;

/** Null: nobody knows. `said` goes first; what names the stage of a deal that is open says that there is a deal. */
export function readStatus(text: string, said: SaidStatuses = {}): ToldState | null {
  const key = wordKey(text);
  const known = said[key] ?? knownStatuses().get(key);
  if (known) return known;
  const stage = readStage(text);
  return stage === 'open' ? 'qualified' : stage;
}

/** In the languages of the forms; then HubSpot's, Salesforce's, Zoho's and Meta's own, as their documentation has them, else from memory. */
const WORDS: Readonly<Record<ToldState, readonly string[]>> = {
  new: [
    ...[
      'new',
      'open',
      'untouched',
      'created',
      'raw lead',
      'raw leads',
      'not contacted',
      'uncontacted',
      'unassigned',
      'raw',
      'inquiry',
      'enquiry',
    ],
    ...[
      'open - not contacted',
      'new lead',
      'lead',
      'subscriber',
      'marketing qualified lead',
      'MQL',
      'intake',
    ],
    ...[
      'pending',
      'to contact',
      'to be contacted',
      'assigned',
      'neu',
      'offen',
      'nicht kontaktiert',
      'nouveau',
    ],
    ...[
      'ouvert',
      'non contacté',
      'à contacter',
      'nuevo',
      'abierto',
      'no contactado',
      'sin contactar',
      'nuovo',
    ],
    ...[
      'aperto',
      'non contattato',
      'da contattare',
      'novo',
      'aberto',
      'não contatado',
      'nieuw',
      'niet gecontacteerd',
    ],
    ...['nowy', 'otwarty', '新規', '未対応', '未着手', '未連絡', '新线索', '未联系', '待跟进', '未处理'],
  ],
  working: [
    ...['working', 'in progress', 'in process', 'active', 'engaged', 'attempting', 'attempted to contact'],
    ...[
      'attempted contact',
      'contact attempted',
      'tried to contact',
      'no answer',
      'ringing',
      'left voicemail',
      'call back',
    ],
    ...[
      'follow up',
      'following up',
      'in Bearbeitung',
      'in Kontakt',
      'Kontaktversuch',
      'en cours',
      'tentative de contact',
    ],
    ...[
      'en proceso',
      'en curso',
      'intento de contacto',
      'in corso',
      'in lavorazione',
      'em andamento',
      'em progresso',
    ],
    ...[
      'in behandeling',
      'mee bezig',
      'w toku',
      'w trakcie',
      '対応中',
      '進行中',
      '跟进中',
      '处理中',
      '联系中',
    ],
  ],
  contacted: [
    ...[
      'contacted',
      'connected',
      'reached',
      'working - contacted',
      'contact made',
      'replied',
      'responded',
      'meeting booked',
    ],
    ...[
      'kontaktiert',
      'erreicht',
      'contacté',
      'contactado',
      'contattato',
      'contatado',
      'gecontacteerd',
      'skontaktowano',
    ],
    ...['連絡済み', '接触済み', 'コンタクト済み', '已联系', '已接触'],
  ],
  qualified: [
    ...[
      'qualified',
      'converted',
      'closed - converted',
      'sales qualified lead',
      'sales qualified',
      'SQL',
      'SAL',
    ],
    ...[
      'sales accepted lead',
      'opportunity',
      'open deal',
      'pre-qualified',
      'prequalified',
      'demo scheduled',
      'accepted',
    ],
    ...[
      'proposal sent',
      'qualifiziert',
      'konvertiert',
      'umgewandelt',
      'qualifié',
      'converti',
      'calificado',
      'cualificado',
    ],
    ...[
      'convertido',
      'qualificato',
      'convertito',
      'qualificado',
      'gekwalificeerd',
      'geconverteerd',
      'zakwalifikowany',
    ],
    ...['skonwertowany', '有効', '商談化', '合格', '已转化', '合格线索', '有效线索', '已转换'],
  ],
  resting: [
    ...[
      'nurture',
      'nurturing',
      'recycled',
      'recycle',
      'bad timing',
      'on hold',
      'contact in future',
      'later',
      'not now',
    ],
    ...[
      'postponed',
      'dormant',
      'parked',
      'future interest',
      'zurückgestellt',
      'später',
      'ruht',
      'en attente',
      'à relancer',
    ],
    ...[
      'más adelante',
      'en pausa',
      'in sospeso',
      'em espera',
      'nutrição',
      'later contact',
      'in de wacht',
      'wstrzymany',
    ],
    ...['ナーチャリング', '保留', '育成', '培育中', '暂缓', '搁置'],
  ],
  rejected: [
    ...[
      'rejected',
      'unqualified',
      'disqualified',
      'not qualified',
      'junk',
      'junk lead',
      'bad lead',
      'dead',
      'dead lead',
    ],
    ...[
      'invalid',
      'spam',
      'not interested',
      'no interest',
      'closed - not converted',
      'closed not converted',
      'unresponsive',
    ],
    ...[
      'archived',
      'lost lead',
      'not a fit',
      'no fit',
      'bad fit',
      'wrong number',
      'duplicate',
      'do not contact',
      'abgelehnt',
    ],
    ...[
      'disqualifiziert',
      'unqualifiziert',
      'nicht qualifiziert',
      'kein Interesse',
      'ungültig',
      'non qualifié',
      'rejeté',
    ],
    ...[
      'disqualifié',
      'pas intéressé',
      'descartado',
      'no calificado',
      'no interesado',
      'rechazado',
      'non qualificato',
    ],
    ...[
      'rifiutato',
      'scartato',
      'non interessato',
      'não qualificado',
      'desqualificado',
      'sem interesse',
      'afgewezen',
    ],
    ...[
      'niet gekwalificeerd',
      'geen interesse',
      'odrzucony',
      'niezakwalifikowany',
      'brak zainteresowania',
      '不適格',
    ],
    ...['対象外', '見込みなし', '無効', '无效', '无效线索', '不合格', '已拒绝'],
  ],
  won: [
    'customer',
    'client',
    'evangelist',
    'sale',
    'deal closed',
    'purchased',
    'Kunde',
    'cliente',
    'klant',
    'klient',
    '客户',
    '顧客',
  ],
  lost: ['closed - lost', 'lost customer', 'lost opportunity', 'lost to competitor', 'verloren gegangen'],
};

let made: ReadonlyMap<string, ToldState> | undefined;

function knownStatuses(): ReadonlyMap<string, ToldState> {
  made ??= new Map(
    TOLD_STATES.flatMap((state) => WORDS[state].map((word): [string, ToldState] => [wordKey(word), state])),
  );
  return made;
}
