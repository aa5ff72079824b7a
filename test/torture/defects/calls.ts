/** Wrapped calls to Slack's Web API. */

type Fetch = typeof globalThis.fetch;
type Call = Parameters<Fetch>;

/** What becomes of the nth call of a method; null: it goes its way. */
type Twist = (call: Call, send: () => Promise<Response>, nth: number) => Promise<Response> | null;

function twist(method: string, twisted: Twist): void {
  const real = globalThis.fetch;
  let nth = 0;
  globalThis.fetch = (...call) => {
    const send = () => real(...call);
    if (!String(call[0]).endsWith(method)) return send();
    nth += 1;
    return twisted(call, send, nth) ?? send();
  };
}

const EVERY = 4;
const isDue = (nth: number) => nth % EVERY === 0;

export function postingTwice(): void {
  twist('chat.postMessage', (_call, send, nth) => (isDue(nth) ? send().then(send) : null));
}

export function sayingTwice(): void {
  twist('chat.postMessage', ([url, init], send, nth) => {
    const form = new URLSearchParams(String(init?.body));
    if (!form.has('thread_ts') || !isDue(nth)) return null;
    form.set(
      'metadata',
      JSON.stringify({ event_type: 'tango_outbox', event_payload: { outbox_id: `o${nth}` } }),
    );
    return send().then(() => globalThis.fetch(url, { ...init, body: form.toString() }));
  });
}

export function sendingNothing(): void {
  twist('chat.postMessage', ([, init], _send, nth) => {
    const channel = new URLSearchParams(String(init?.body)).get('channel');
    return isDue(nth) ? answered({ channel, ts: `1700000000.${String(nth).padStart(6, '0')}` }) : null;
  });
}

export function oldCards(): void {
  twist('chat.update', (_call, _send, nth) => (isDue(nth) ? null : answered({})));
}

function answered(body: object): Promise<Response> {
  return Promise.resolve(Response.json({ ok: true, ...body }));
}
