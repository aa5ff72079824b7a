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

/** In the languages of the forms; then what programs write, as their own documentation or exports have it, else from memory. */
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
  ],
};

let made: ReadonlyMap<string, Stage> | undefined;

function known(): ReadonlyMap<string, Stage> {
  made ??= new Map(
    STAGES.flatMap((stage) => WORDS[stage].map((word): [string, Stage] => [wordKey(word), stage])),
  );
  return made;
}
