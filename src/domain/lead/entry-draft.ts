/** What somebody noted of a lead: the same fields as the form's, none of them certain. */
export interface EntryDraft {
  name: string | null;
  company: string | null;
  /** As it was written. */
  reach: string | null;
  message: string | null;
}
