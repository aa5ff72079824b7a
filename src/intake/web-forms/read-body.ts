/** The body of a submission, whatever its type, as one value made of parts. */
import { ProblemError } from '../problem.ts';
import { exactJsonOf } from '../webhooks/exact-json.ts';
import { type Entry, nest } from './nest.ts';

export interface Body {
  value: unknown;
  /** It came as a browser sends a form: its keys are the form's fields. */
  isForm: boolean;
}

const TYPES = 'application/json, application/x-www-form-urlencoded or multipart/form-data';

export async function readBody(bytes: Buffer, contentType: string): Promise<Body> {
  if (bytes.length === 0) throw new ProblemError(400, 'The body is empty');
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') return { value: nest(await partsOf(bytes, contentType)), isForm: true };
  if (type === 'application/x-www-form-urlencoded')
    return { value: nest([...new URLSearchParams(bytes.toString())]), isForm: true };
  // Some tools call JSON plain text, or nothing at all.
  if (/^application\/(?:[\w.+-]+\+)?json$/.test(type) || type === 'text/plain' || type === '')
    return { value: exactJsonOf(bytes), isForm: false };
  throw new ProblemError(415, `Send the body as ${TYPES}`);
}

async function partsOf(bytes: Buffer, contentType: string): Promise<Entry[]> {
  const form = await parsed(bytes, contentType);
  return [...form.entries()].flatMap(([name, value]): Entry[] => {
    if (typeof value === 'string') return [[name, value]];
    // What nobody chose comes as a file without a name.
    return value.name === '' && value.size === 0
      ? []
      : [[name, `${value.name || 'a file'} (file, not kept)`]];
  });
}

async function parsed(bytes: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': contentType },
    }).formData();
  } catch (thrown) {
    // The parser's own words hold nothing that could be told.
    if (thrown instanceof TypeError) throw new ProblemError(400, 'The body is not valid multipart/form-data');
    throw thrown;
  }
}
