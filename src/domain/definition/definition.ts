/**
 * The definition of "qualified": the criteria that marketing and sales have agreed on, versioned. The qualify modal is its checklist, and
 * every qualified lead remembers under which version.
 *
 * A manager or marketer proposes one (proposal.ts); it counts once one person of each side has signed. Until then the last one that was
 * signed is used, or the one that a new team starts with. Versions are kept. Shown by slack/views/definition/definition-post and
 * slack/views/lead/qualify-modal, stored by store/definition.
 */
export interface Criterion {
  code: string;
  label: string;
  required: boolean;
}

export interface Definition {
  version: number;
  criteria: Criterion[];
  /** Null until both sides have signed. */
  signed: { marketing: string; sales: string; at: number } | null;
}

export const FIRST_DEFINITION: Definition = {
  version: 1,
  criteria: [
    { code: 'fits', label: 'Fits our market', required: true },
    { code: 'need', label: 'Has a need we solve', required: true },
    { code: 'decides', label: 'Can decide, or brings who can', required: true },
    { code: 'timing', label: 'Timing within six months', required: false },
  ],
  signed: null,
};
