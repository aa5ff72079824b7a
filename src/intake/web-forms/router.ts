/** `/intake/form/<key>`: what any form or tool posts. The key first, then size, shape, and one transaction. */
import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import type { WebForm } from '../../domain/web-form/web-form.ts';
import { cleanPasted } from '../../reading/text.ts';
import { viewSettings } from '../../usecases/team/load-settings.ts';
import { hashOf } from '../../usecases/web-form/form-key.ts';
import { secretOf } from '../../usecases/web-form/sign-form.ts';
import { findWebForm, takeSubmission } from '../../usecases/web-form/take-submission.ts';
import { bytesOf } from '../api/json-body.ts';
import type { DoorWay } from '../doors/door-keeper.ts';
import { refuseOthersThan } from '../only-methods.ts';
import { ProblemError } from '../problem.ts';
import { wholeBytes } from '../webhooks/raw-body.ts';
import type { WebhookOptions } from '../webhooks/router.ts';
import { KIB } from '../webhooks/vendor.ts';
import { wishOf } from '../webhooks/wish.ts';
import { assertFormSigned } from './form-signature.ts';
import { notNews } from './not-news.ts';
import { readBody } from './read-body.ts';
import { readSubmission } from './read-submission.ts';

type FormOptions = Pick<WebhookOptions, 'context' | 'keeper' | 'onReceived'>;

/** Files in it are read past and not kept. */
const LIMITS = { multipart: 10 * 1024 * KIB, other: 1024 * KIB };

export function webFormRouter(options: FormOptions): Router {
  const router = Router();
  const way = options.keeper.at('form', { isGuessable: true, isBlind: true });
  const forms = new WeakMap<Request, WebForm>();
  const find = findForm(options, way, forms);
  router.get('/:key', way.before, find, answerLook, way.failed);
  router.post('/:key', way.before, find, readBytes, receive(options, forms), way.failed);
  router.options('/:key', refusePages);
  router.all('/:key', refuseOthersThan('GET', 'POST'));
  return router;
}

/** Who knows no key is told nothing, and before a byte of the body is read. */
function findForm({ context }: FormOptions, way: DoorWay, forms: WeakMap<Request, WebForm>): RequestHandler {
  return async (request: Request, _response: Response, next: NextFunction) => {
    const form = await findWebForm(context, hashOf(cleanPasted(String(request.params.key))));
    if (!form) throw noForm();
    way.admit(request);
    forms.set(request, form);
    next();
  };
}

function noForm(): ProblemError {
  return new ProblemError(404, 'There is no form at this address', {}, { reason: 'wrong_secret' });
}

/** Some tools look at an address before they take it. */
function answerLook(_request: Request, response: Response): void {
  response.status(200).json({ ready: true });
}

/** A browser asks first whether a page may send: the page would show the address, which is the secret, to everybody. */
function refusePages(): never {
  throw new ProblemError(
    405,
    'The script of a page cannot send to this address, which is a secret: let the form’s own tool send, as docs/your-forms.md says',
    { allow: 'GET, HEAD, POST' },
  );
}

const [readSmall, readLarge] = [wholeBytes(LIMITS.other), wholeBytes(LIMITS.multipart)];

function readBytes(request: Request, response: Response, next: NextFunction): void {
  const read = /^multipart\//i.test(request.get('content-type') ?? '') ? readLarge : readSmall;
  read(request, response, next);
}

function receive({ context, onReceived }: FormOptions, forms: WeakMap<Request, WebForm>): RequestHandler {
  return async (request: Request, response: Response) => {
    const form = forms.get(request);
    if (!form) throw noForm();
    const bytes = bytesOf(request);
    const now = context.clock.now();
    const isOnce = !isTimed(context, form, { request, body: bytes, now });
    const body = await readBody(bytes, request.get('content-type') ?? '');
    const nothing = notNews(body.value);
    if (nothing !== null) {
      response.status(200).json({ id: null, detail: nothing });
      return;
    }
    const { timezone } = await viewSettings(context);
    const { lead, questions } = readSubmission(form, { ...body, wish: wishOf(request), now, timezone });
    const ownId = context.newId('submission');
    const taken = await takeSubmission(context, {
      ...{ formId: form.id, lead, questions, ownId, bodyHash: hashOf(bytes), isOnce },
    });
    onReceived([taken]);
    // To some tools, such as Elementor, everything but 200 is a failure.
    response.status(request.query.answer === '200' ? 200 : 202).json(taken);
  };
}

interface Sent {
  request: Request;
  body: Buffer;
  now: number;
}

/** Of a form that asks for a signature: whether a time is signed too. One that asks for none takes whatever has its key. */
function isTimed(context: FormOptions['context'], form: WebForm, { request, ...sent }: Sent): boolean {
  if (form.signing === null) return true;
  const secret = secretOf(context, form);
  if (secret === null)
    throw new ProblemError(503, 'Signatures cannot be checked: TANGO_KEY is missing or another one', {
      'retry-after': '300',
    });
  return assertFormSigned(request, { ...sent, secret });
}
