/** Form vendors, who send the same again until they are answered with 200. */
import { DELIVERIES, sign, type VendorName } from '../../support/webhooks.ts';
import type { SentLead } from '../promised.ts';
import type { Stage } from '../stage.ts';
import { confirm } from './senders.ts';
import { untilDone } from './stream.ts';

/** Whose signature has no time in it: the bot's clock is moved. */
const VENDORS = ['tally', 'google-ads', 'typeform'] as const satisfies VendorName[];

export function forms(stage: Stage): () => Promise<void> {
  const { pick } = stage.chanceFor('forms');
  return async () => {
    const vendor = pick(VENDORS) ?? 'tally';
    const lead = stage.promised.lead({ isKnownAgain: true, wantsCard: true });
    const body = filled(vendor, lead.name);
    await untilDone(stage, () => post(stage, { vendor, body, lead }));
  };
}

/** The vendor's own sample, of another person each time, sent just now. */
function filled(vendor: VendorName, name: string): string {
  const domain = `${name.toLowerCase()}.example`;
  return JSON.stringify(DELIVERIES[vendor])
    .replaceAll('Dana Whitfield', name)
    .replaceAll('"Dana"', `"${name}"`)
    .replaceAll('"Whitfield"', '"Form"')
    .replaceAll('harbour.example', domain)
    .replace(/2026-11-17T[\d:.]+Z/, new Date().toISOString())
    .replace(/"(g-1|tf-1|t-1)"/, `"${vendor}-${name}"`);
}

interface Filled {
  vendor: VendorName;
  body: string;
  lead: SentLead;
}

async function post({ front }: Stage, { vendor, body, lead }: Filled): Promise<boolean> {
  lead.sent += 1;
  try {
    const answer = await fetch(`${front.url}/intake/${vendor}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign(vendor, { body }) },
      body,
      signal: AbortSignal.timeout(15_000),
    });
    const told = (await answer.json()) as { leads?: { id: string }[] };
    if (!answer.ok) return false;
    confirm([lead], told.leads ?? []);
    return true;
  } catch {
    // Cut, or nobody was there: the vendor sends it again.
    return false;
  }
}
