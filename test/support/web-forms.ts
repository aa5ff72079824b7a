import type { WebForm } from '../../src/domain/web-form/web-form.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { addWebForm } from '../../src/usecases/web-form/change-web-forms.ts';
import { hashOf } from '../../src/usecases/web-form/form-key.ts';
import { MIA } from './people.ts';
import type { Reply } from './test-server.ts';
import { type WebhookServer, webhookServer } from './webhook-server.ts';

export interface FormServer extends WebhookServer {
  form: WebForm;
  path: string;
  /** JSON unless it is a text or parts of a form. */
  submit(body: unknown, type?: string): Promise<Reply>;
}

const KEY = 'a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3e4f5';

/** The real server with one form of the source "Website". */
export async function formServer(
  dialect: DialectName = 'sqlite',
  changes: Parameters<typeof webhookServer>[2] = {},
): Promise<FormServer> {
  const server = await webhookServer(dialect, undefined, changes);
  const form = await addWebForm(server.context, MIA, {
    ...{ name: 'Contact page', source: 'Website', keyHash: hashOf(KEY) },
  });
  const path = `/intake/form/${KEY}`;
  return { ...server, form, path, submit: (body, type) => submitTo(server, path, body, type) };
}

async function submitTo(server: WebhookServer, path: string, body: unknown, type?: string): Promise<Reply> {
  if (body instanceof FormData) {
    const packed = new Response(body);
    const bytes = new Uint8Array(await packed.arrayBuffer());
    return server.send(path, bytes, { 'content-type': packed.headers.get('content-type') ?? '' });
  }
  const isText = typeof body === 'string';
  const text = isText ? body : JSON.stringify(body);
  return server.send(path, text, {
    'content-type': type ?? (isText ? 'application/x-www-form-urlencoded' : 'application/json'),
  });
}
