import { AppError, inWords } from '../../../errors.ts';
import { cleanPasted } from '../../../reading/text.ts';

/** Where Google serves tables, and where it sends for their content. Nothing else is ever asked, least of all an address of our own network. */
export function isGoogleHost(url: URL): boolean {
  const { hostname } = url;
  const isKnown = hostname === 'docs.google.com' || hostname.endsWith('.googleusercontent.com');
  return (
    isKnown && url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === ''
  );
}

export function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(cleanPasted(text));
}

/**
 * The address by which a Google Sheet answers as CSV: a published one, or the one that stands in the browser while somebody looks at it,
 * which answers where everybody with the link may look.
 */
export function sheetAddress(text: string): URL {
  const pasted = cleanPasted(text);
  const url = URL.canParse(pasted) ? new URL(pasted) : null;
  if (!url || !isGoogleHost(url) || url.hostname !== 'docs.google.com') throw notASheet();
  const published = /^\/spreadsheets\/d\/e\/([\w-]+)\/pub(?:html)?\/?$/.exec(url.pathname)?.[1];
  const shared = /^\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{20,})(?:\/|$)/.exec(url.pathname)?.[1];
  const gid = url.searchParams.get('gid') ?? /(?:^|[#&])gid=(\d+)/.exec(url.hash)?.[1];
  const chosen = gid && /^\d+$/.test(gid) ? `&gid=${gid}` : '';
  const base = 'https://docs.google.com/spreadsheets/d';
  if (published) return new URL(`${base}/e/${published}/pub?output=csv${chosen && `&single=true${chosen}`}`);
  if (shared) return new URL(`${base}/${shared}/export?format=csv${chosen}`);
  throw notASheet();
}

function notASheet(): AppError {
  return new AppError(
    'invalid',
    inWords(
      'This is not the address of a Google Sheet: those begin with https://docs.google.com/spreadsheets/. Other addresses are not fetched; download the file and import that.',
    ),
  );
}
