/** `/intake/<vendor>`: what form vendors send, signed. Size, signature, shape, one transaction, in this order. */
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Context } from '../../usecases/context.ts';
import { takeDelivery } from '../../usecases/delivery/take-delivery.ts';
import { bytesOf } from '../api/json-body.ts';
import type { DoorKeeper, DoorWay } from '../doors/door-keeper.ts';
import { refuseOthersThan } from '../only-methods.ts';
import { ProblemError } from '../problem.ts';
import { exactJsonOf } from './exact-json.ts';
import { readVendorForms } from './lead/read-vendor-forms.ts';
import { rawBody } from './raw-body.ts';
import type { WebhookSettings } from './settings.ts';
import type { SignedRequest, Vendor } from './vendor.ts';
import { VENDORS } from './vendors/index.ts';
import { verifySubscription } from './verify-subscription.ts';
import { wishOf } from './wish.ts';

export interface WebhookOptions {
  context: Context;
  settings: WebhookSettings;
  keeper: DoorKeeper;
  /** Told of every lead that was taken in, news or not. */
  onReceived: (leads: readonly { duplicate: boolean }[]) => void;
}

export function webhookRouter(options: WebhookOptions): Router {
  const router = Router();
  const way = options.keeper.at('meta', { isGuessable: true, isBlind: false });
  const token = options.settings.secrets.META_VERIFY_TOKEN;
  router.get('/meta', way.before, verifySubscription(token), way.failed);
  for (const vendor of VENDORS) mount(router, vendor, options);
  return router;
}

function mount(router: Router, vendor: Vendor, options: WebhookOptions): void {
  const path = `/${vendor.name}`;
  const secret = options.settings.secrets[vendor.secret];
  const way = options.keeper.at(vendor.name, { isGuessable: vendor.isGuessable ?? false, isBlind: true });
  if (secret === undefined) {
    router.all(path, refuseAsOff(vendor), way.failed);
    return;
  }
  const work = receive(vendor, { secret, admit: way.admit, miss: way.miss }, options);
  router.post(path, way.before, ...rawBody(vendor.limit), work, way.failed);
  router.all(path, refuseOthersThan(...(vendor.name === 'meta' ? ['GET', 'POST'] : ['POST'])));
}

function refuseAsOff({ secret }: Vendor): RequestHandler {
  return () => {
    throw new ProblemError(404, `This way in is off: set ${secret} to turn it on`, {}, { reason: 'off' });
  };
}

/** Always 200 when it is done: to some vendors every other answer is a failure, to be repeated. */
function receive(
  vendor: Vendor,
  { secret, admit, miss }: { secret: string } & Pick<DoorWay, 'admit' | 'miss'>,
  options: WebhookOptions,
): RequestHandler {
  const { context, settings, onReceived } = options;
  return async (request: Request, response: Response) => {
    const now = context.clock.now();
    const body = bytesOf(request);
    vendor.authenticate({ ...signedRequest(request, settings), body, now }, secret);
    admit(request);
    const reading = { wish: wishOf(request), now };
    const {
      submissions: told = [],
      leads = [],
      fetches = [],
      unread = 0,
      ...others
    } = vendor.read(exactJsonOf(body), reading);
    const forms = await readVendorForms(context, { door: vendor.name, told }, reading);
    const taken = await takeDelivery(context, { forms, leads, fetches, ...others });
    onReceived(taken);
    miss(unread);
    response.status(200).json({ leads: taken, ...(unread > 0 && { unread }) });
  };
}

function signedRequest(
  request: Request,
  { publicUrl }: WebhookSettings,
): Pick<SignedRequest, 'method' | 'uri' | 'header'> {
  const base = publicUrl?.replace(/\/+$/, '') ?? `${protocolOf(request)}://${request.get('host') ?? ''}`;
  return {
    method: request.method,
    uri: base + request.originalUrl,
    header: (name) => request.get(name),
  };
}

/** A proxy that ends TLS says so; a forged header only makes the signature wrong. */
function protocolOf(request: Request): string {
  return request.get('x-forwarded-proto')?.split(',')[0]?.trim() || request.protocol;
}
