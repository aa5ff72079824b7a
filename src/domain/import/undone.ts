/** What came of taking an import back. */
import type { LeadId } from '../lead/lead.ts';
import type { Import } from './import.ts';

/** Somebody has worked on it; its week is published; of a deal: more has become of it since. */
export type KeptWhy = 'worked_on' | 'published' | 'moved_on';

export interface KeptLead {
  leadId: LeadId;
  name: string | null;
  why: KeptWhy;
}

export interface Undone {
  import: Import;
  gone: number;
  /** What stays; the first of them by name. */
  kept: number;
  named: KeptLead[];
}
