/** The domain that is a company's own, out of an e-mail address or a web address; null where it is shared with strangers. */
import { createRequire } from 'node:module';
import { parse } from 'tldts';

export function ownDomain(address: string | null): string | null {
  if (!address) return null;
  const place = address.trim().toLowerCase().split('@').at(-1) ?? '';
  // With private suffixes `harbour.myshopify.com` is a domain of its own, not a part of its host's.
  const { domain, hostname, isIp } = parse(place, { allowPrivateDomains: true });
  if (!domain || !hostname || isIp || isShared(hostname)) return null;
  return domain;
}

/** Where companies have pages that are not theirs. */
const PAGE_HOSTS = [
  'facebook.com',
  'instagram.com',
  'linkedin.com',
  'twitter.com',
  'x.com',
  'youtube.com',
  'tiktok.com',
  'xing.com',
  'linktr.ee',
  'google.com',
  'goo.gl',
  'g.page',
  'bit.ly',
  'booking.com',
  'tripadvisor.com',
  'yelp.com',
  'wikipedia.org',
];

function isShared(hostname: string): boolean {
  const labels = hostname.split('.');
  return labels.some((_, index) => sharedDomains().has(labels.slice(index).join('.')));
}

let shared: Set<string> | undefined;

/** 130,000 names take some 60 ms to read: not before somebody asks. */
function sharedDomains(): ReadonlySet<string> {
  if (shared) return shared;
  const require = createRequire(import.meta.url);
  const free: string[] = require('email-providers/all.json');
  const disposable: string[] = require('disposable-email-domains');
  const wildcards: string[] = require('disposable-email-domains/wildcard.json');
  shared = new Set(PAGE_HOSTS);
  for (const list of [free, disposable, wildcards]) for (const name of list) shared.add(name);
  return shared;
}
