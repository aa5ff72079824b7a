/**
 * What a CRM calls the state of a deal, read as won, lost, or still open. Pipelines have names of their own: what is not known here is no guess, and
 * is asked for.
 */
import { stateKey, wordKey } from '../words/word-key.ts';

export const STAGES = ['won', 'lost', 'open'] as const;
export type Stage = (typeof STAGES)[number];

/** By the key of a word, what somebody has said that it means. */
export type SaidStages = Readonly<Record<string, Stage>>;

/** Null: nobody knows. `said` goes first; `isSaid`: and nothing but that is asked. */
export function readStage(text: string, said: SaidStages = {}, { isSaid = false } = {}): Stage | null {
  const key = stateKey(text);
  const meant = Object.hasOwn(said, key) ? said[key] : undefined;
  return meant ?? (isSaid ? null : (known().get(key) ?? null));
}

/**
 * In the languages of the forms; then what programs write. HubSpot's: knowledge.hubspot.com, "Set up and customize your deal pipelines and deal stages",
 * in English, German and French; my.thirdwunder.com/fr-ca/kb/créer-un-nouveau-pipeline. Zoho's: aaxonix.com/resources/glossary/deal-stage. Pipedrive's
 * in French: lelab0.com/guide-pipedrive/pipelines.html, thecoachpilot.com/fr/wiki/mon-bureau/pipeline-vente. What German pipelines call theirs:
 * help.meetergo.com/de/crm/pipeline-management, app.digiclose.pro/help/deals/dealphase-create. The others from memory.
 */
const WORDS: Readonly<Record<Stage, readonly string[]>> = {
  won: [
    ...[
      'won',
      'closed won',
      'deal won',
      'won deal',
      'sold',
      'gewonnen',
      'Abschluss',
      'verkauft',
      'gagné',
      'gagnée',
    ],
    ...[
      'conclue',
      'ganado',
      'ganada',
      'cerrado ganado',
      'cierre ganado',
      'vinto',
      'vinta',
      'chiuso vinto',
      'ganho',
    ],
    ...[
      'ganha',
      'fechado ganho',
      'negócio ganho',
      'gesloten gewonnen',
      'wygrana',
      'wygrane',
      'wygrany',
      '受注',
      '成約',
    ],
    ...['赢单', '成交', '已成交', '已赢单', 'fermé gagné', 'geschlossen gewonnen', 'abgeschlossen gewonnen'],
    ...['abgeschlossen und gewonnen', 'conclu', 'signé', 'signée'],
  ],
  lost: [
    ...[
      'lost',
      'closed lost',
      'deal lost',
      'lost deal',
      'verloren',
      'geschlossen verloren',
      'perdu',
      'perdue',
    ],
    ...[
      'fermé perdu',
      'perdido',
      'perdida',
      'cerrado perdido',
      'cierre perdido',
      'perso',
      'persa',
      'chiuso perso',
    ],
    ...[
      'fechado perdido',
      'negócio perdido',
      'gesloten verloren',
      'abgeschlossen verloren',
      'przegrana',
      'przegrane',
    ],
    ...['przegrany', '失注', '输单', '丢单', '已输单', 'closed lost to competition'],
    ...['abgeschlossen und verloren', 'fermée perdue'],
  ],
  open: [
    ...[
      'open',
      'offen',
      'in progress',
      'in Bearbeitung',
      'pending',
      'new',
      'neu',
      'ouvert',
      'en cours',
      'abierto',
    ],
    ...[
      'abierta',
      'en curso',
      'aperto',
      'aperta',
      'in corso',
      'aberto',
      'aberta',
      'em andamento',
      'lopend',
      'otwarte',
    ],
    ...[
      'otwarta',
      'w toku',
      '進行中',
      '商談中',
      '进行中',
      'engaging',
      'prospecting',
      'proposal',
      'negotiation',
    ],
    // The default pipeline of HubSpot.
    ...[
      'appointmentscheduled',
      'qualifiedtobuy',
      'presentationscheduled',
      'decisionmakerboughtin',
      'contractsent',
    ],
    ...['Decision Maker Bought-In', 'Presentation Scheduled', 'Qualified To Buy'],
    // The first stages of Salesforce.
    ...['Qualification', 'Needs Analysis', 'Value Proposition', 'Id. Decision Makers', 'Perception Analysis'],
    ...['Proposal/Price Quote', 'Negotiation/Review'],
    // Of Pipedrive and Zoho.
    ...['Lead In', 'Contact Made', 'Demo Scheduled', 'Proposal Made', 'Negotiations Started'],
    ...['Identify Decision Makers', 'Qualified'],
    ...['Discovery', 'Discovery call', 'Proposal sent', 'Quote sent'],
    // In German and French pipelines.
    ...['Qualifiziert', 'Qualifizierung', 'Entdeckung', 'Kontakt aufgenommen', 'Termin vereinbart'],
    ...['Angebot', 'Angebot erstellt', 'Angebot versendet', 'Verhandlung', 'In Verhandlung'],
    ...['Präsentation geplant', 'Demo geplant', 'Vertrag versendet', 'Vertragsverhandlung'],
    ...['Lead entrant', 'Lead qualifié', 'Nouveau contact', 'Premier contact', 'Contact établi', 'Qualifié'],
    ...['Découverte', 'Appel découverte', 'Rendez-vous planifié', 'Qualifié pour acheter', 'Démo planifiée'],
    ...['Présentation planifiée', 'Proposition', 'Proposition envoyée', 'Négociation', 'Contrat envoyé'],
    ...['Devis', 'Devis envoyé'],
    // In the others.
    ...['negociación', 'propuesta', 'propuesta enviada', 'calificación', 'negoziazione', 'trattativa'],
    ...['proposta inviata', 'qualificazione', 'negociação', 'proposta', 'proposta enviada', 'qualificação'],
    ...['onderhandeling', 'offerte', 'offerte verstuurd', 'kwalificatie', 'negocjacje', 'oferta wysłana'],
    ...[
      'kwalifikacja',
      '交渉',
      '交渉中',
      '提案',
      '見積提出',
      'ヒアリング',
      '谈判',
      '商务谈判',
      '需求分析',
      '方案报价',
    ],
  ],
};

let made: ReadonlyMap<string, Stage> | undefined;

function known(): ReadonlyMap<string, Stage> {
  made ??= new Map(
    STAGES.flatMap((stage) => WORDS[stage].map((word): [string, Stage] => [wordKey(word), stage])),
  );
  return made;
}
