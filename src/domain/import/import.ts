/** A file that somebody has brought: what became of its rows, and what goes when it is taken back. */
import type { LeadEventKind } from '../lead/lead-event.ts';
import { type PastMove, standing } from '../lead/undo.ts';
import { type Actor, isPerson } from '../team/actor.ts';

export type ImportId = string & { readonly __import: never };

export const IMPORT_NOUNS = ['leads', 'outcomes', 'spend'] as const;
export type ImportNoun = (typeof IMPORT_NOUNS)[number];

/**
 * `running`, or broken off by a death of the process; `stopped` by somebody half-way: the same file again goes on; `undoing` likewise.
 */
type ImportState = 'running' | 'stopped' | 'failed' | 'done' | 'undoing' | 'undone';

export interface ImportCounts {
  rowsInAll: number;
  rowsDone: number;
  /** New with this import, or corrected by it. */
  taken: number;
  /** Here already. */
  unchanged: number;
  refused: number;
}

export interface Import extends ImportCounts {
  id: ImportId;
  noun: ImportNoun;
  fileName: string;
  begunBy: Actor;
  begunAt: number;
  state: ImportState;
  endedAt: number | null;
  undoneAt: number | null;
  undoneBy: Actor | null;
}

export interface RefusedRow {
  /** As an editor, or the spreadsheet, counts lines. */
  line: number;
  /** The column's name, where one cell is at fault. */
  column: string | null;
  reason: string;
  cells: readonly string[];
}

/** What happens to a lead by itself, before anybody has done anything about it. */
const BY_ITSELF: readonly LeadEventKind[] = ['received', 'proposed', 'left_open', 'came_back'];

/** Somebody has worked on it, so it stays when what brought it is taken back. Whose turn it was is nobody's work, nor is an outcome that was itself taken back. */
export function isTouched(history: readonly PastMove[]): boolean {
  const stands = new Set(standing(history));
  return history.some((event) => {
    const { kind, actor, before } = event;
    if (BY_ITSELF.includes(kind) || (kind === 'assigned' && actor === 'tango')) return false;
    // What the file itself told of its life, or filled in, and that this was taken back.
    if (before === null && (actor === 'import' || kind === 'undone')) return false;
    return before === null || stands.has(event) || (isPerson(actor) && kind !== 'undone');
  });
}
