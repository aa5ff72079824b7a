import { waysToReach } from './ways-to-reach.ts';

/** What somebody noted of a lead: the same fields as the form's, none of them certain. */
export interface EntryDraft {
  name: string | null;
  company: string | null;
  /** As it was written. */
  reach: string | null;
  message: string | null;
}

/**
 * "Dana Whitfield, Harbour Hotels, dana@harbour.example, wants a demo": commas between the parts. How to reach them is found wherever it
 * stands; of the rest the first is the name, the second the company, and what follows is what they said.
 */
export function readEntry(text: string): EntryDraft {
  const parts = text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  const reach = parts.filter(isReach);
  const [name, company, ...message] = parts.filter((part) => !isReach(part));
  return {
    name: name ?? null,
    company: company ?? null,
    reach: reach.join(', ') || null,
    message: message.join(', ') || null,
  };
}

/** Nothing else is in it: "call +44 20 7946 0018 after five" is something that they said. */
function isReach(part: string): boolean {
  const { email, phone } = waysToReach(part);
  return part === email || part === phone;
}
