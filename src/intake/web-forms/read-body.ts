/** The body of a submission as one value made of parts: by its type, and where that is none or a wrong one by what it looks like. */
import { ProblemError } from '../problem.ts';
import { exactJsonOf } from '../webhooks/exact-json.ts';
import { bodyText, charsetOf } from './body-text.ts';
import { type Entry, nest } from './nest.ts';
import { keepSameKeys } from './same-keys.ts';
import { urlencodedOf } from './urlencoded.ts';

export interface Body {
  value: unknown;
  /** It came as a browser sends a form: its keys are the form's fields. */
  isForm: boolean;
}

const TYPES = 'application/json, application/x-www-form-urlencoded or multipart/form-data';

export async function readBody(bytes: Buffer, contentType: string): Promise<Body> {
  if (bytes.length === 0) throw new ProblemError(400, 'The body is empty');
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') return formOf(await partsOf(bytes, contentType));
  const charset = charsetOf(contentType);
  const text = bodyText(bytes, charset);
  if (/^\s*[[{]/.test(text)) return { value: jsonOf(text), isForm: false };
  if (type === URLENCODED || (isLoose(type) && /^[^\s=&<{]+=[^\r\n]*$/.test(text)))
    return formOf(urlencodedOf(bytes, charset));
  // As a browser sends a form that asks for plain text.
  if (type === 'text/plain' && LINES.test(text)) return formOf(linesOf(text));
  if (isLoose(type)) return { value: jsonOf(text), isForm: false };
  throw new ProblemError(415, `Send the body as ${TYPES}`);
}

const URLENCODED = 'application/x-www-form-urlencoded';

/** JSON is what many tools say whatever they send, and some call it plain text, or nothing at all. */
function isLoose(type: string): boolean {
  return /^application\/(?:[\w.+-]+\+)?json$/.test(type) || type === 'text/plain' || type === '';
}

const LINES = /^[^\r\n={[<]+=[^\r\n]*\r\n/;

/** An answer of several lines goes on without a name. */
function linesOf(text: string): Entry[] {
  const entries: [name: string, text: string][] = [];
  for (const line of text.replace(/\r\n$/, '').split('\r\n')) {
    const at = line.indexOf('=');
    const last = entries.at(-1);
    if (at > 0) entries.push([line.slice(0, at), line.slice(at + 1)]);
    else if (last) last[1] += `\n${line}`;
  }
  return entries;
}

function formOf(entries: readonly Entry[]): Body {
  return { value: nest(entries), isForm: true };
}

function jsonOf(text: string): unknown {
  const value = exactJsonOf(Buffer.from(text));
  const kept = keepSameKeys(text);
  return kept === text ? value : exactJsonOf(Buffer.from(kept));
}

async function partsOf(bytes: Buffer, contentType: string): Promise<Entry[]> {
  const form = await parsed(bytes, contentType);
  return [...form.entries()].flatMap(([name, value]): Entry[] => {
    if (typeof value === 'string') return [[inWords(name), inWords(value)]];
    // What nobody chose comes as a file without a name.
    return value.name === '' && value.size === 0
      ? []
      : [[inWords(name), `${inWords(value.name) || 'a file'} (file, not kept)`]];
  });
}

/** Each byte as a letter of its own, since the parser takes everything for UTF-8 and makes `�` of what is none: `inWords` puts them together. */
async function parsed(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(Buffer.from(bytes.toString('latin1'))), {
      headers: { 'content-type': contentType },
    }).formData();
  } catch (thrown) {
    // The parser's own words hold nothing that could be told.
    if (thrown instanceof TypeError) throw new ProblemError(400, 'The body is not valid multipart/form-data');
    throw thrown;
  }
}

function inWords(letters: string): string {
  return bodyText(Buffer.from(letters, 'latin1'), null);
}
