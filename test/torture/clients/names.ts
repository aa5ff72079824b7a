/** Of what a record says: the name of the lead that it is about. Every lead of a round has one of its own. */
export function leadIn(text: string | null): string | null {
  return /\bLead-\d+\b/.exec(text ?? '')?.[0] ?? null;
}
