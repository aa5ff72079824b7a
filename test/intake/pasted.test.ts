/** What somebody copied for us, or for a vendor from us, counts without what nobody sees, at each place where it is pasted. */
import { expect, it } from 'vitest';
import type { FetchJob } from '../../src/domain/delivery/fetch-job.ts';
import { isAddress, sheetAddress } from '../../src/intake/csv/web/sheet-address.ts';
import { Tokens } from '../../src/intake/fetch/tokens.ts';
import { typed } from '../../src/slack/listeners/edge/form-values.ts';
import { TOKEN, testServer } from '../support/test-server.ts';
import { UNSEEN } from '../support/unseen.ts';
import { formServer } from '../support/web-forms.ts';
import { WEBHOOKS } from '../support/webhooks.ts';

const within = (text: string, unseen: string) => [text.slice(0, 3), text.slice(3), ''].join(unseen);

it.each(UNSEEN)('tokens of vendors, and the address of a sheet: %j', (unseen) => {
  const job = (account: string) =>
    ({ body: JSON.stringify({ account, wish: { source: null, campaign: null } }) }) as FetchJob;
  const tokens = new Tokens(
    `${within('1021', unseen)}: ${within('EAABx', unseen)},${within('EAACy', unseen)}`,
  );
  expect([tokens.of(job('1021')), tokens.of(job('7'))]).toEqual(['EAABx', 'EAACy']);
  const address = 'https://docs.google.com/spreadsheets/d/e/2PACX-1vExample/pub?output=csv';
  const pasted = `${unseen}${within(address, unseen)}`;
  expect([isAddress(pasted), sheetAddress(pasted).href]).toEqual([true, address]);
});

it('a form of Slack, the key that stands in a form’s address, and the one that Google hands back', async () => {
  const field = { type: 'plain_text_input', value: '\ufeff Europe/\u200bBerlin\u00a0' };
  expect(typed({ zone: { zone: field } }, 'zone')).toBe('Europe/Berlin');
  const server = await formServer();
  const address = `${server.path}${encodeURIComponent('\u200b\u00a0')}`;
  expect(await server.send(address, '{"name":"Dana"}', {})).toMatchObject({ status: 202 });
  const lead = {
    lead_id: 'l1',
    google_key: `\u200b${WEBHOOKS.secrets.GOOGLE_ADS_KEY}\u00a0`,
    user_column_data: [],
  };
  expect(await server.send('/intake/google-ads', JSON.stringify(lead), {})).toMatchObject({ status: 200 });
  const { META_VERIFY_TOKEN = '' } = WEBHOOKS.secrets;
  const query = new URLSearchParams({
    ...{ 'hub.mode': 'subscribe', 'hub.challenge': '5' },
    'hub.verify_token': `${META_VERIFY_TOKEN}\u200b`,
  });
  expect((await fetch(`${server.url}/intake/meta?${query}`)).status).toBe(200);
});

it('the token of the API, however it came into the header', async () => {
  const server = await testServer('sqlite');
  const utf8 = (text: string) => Buffer.from(text).toString('latin1');
  const ask = (authorization: string) =>
    server.post('/api/leads', { source: 'Web', name: 'Dana' }, { authorization });
  const kept = [
    ...[`Bearer Bearer ${TOKEN}`, `bearer   ${TOKEN}\t`, `Bearer "${TOKEN}"`, `Bearer '${TOKEN}'`],
    ...[`"Bearer ${TOKEN}"`, `Bearer "Bearer ${TOKEN}"`, `Bearer ‘${TOKEN}’`, `Bearer <${TOKEN}>`],
    // A header of Latin-1.
    ...[`Bearer\u00a0${TOKEN}\u00a0`],
  ];
  const unseen = UNSEEN.filter((each) => each !== '\u0007').map((each) => `Bearer ${within(TOKEN, each)}`);
  for (const header of [...kept, ...unseen])
    expect([header, (await ask(utf8(header))).status]).toEqual([header, 201]);
  expect((await ask(`Bearer \u00a0${TOKEN}`)).status).toBe(201);
  for (const header of [`Bearer "${TOKEN}x"`, 'Bearer Bearer', 'Bearer ""', `${TOKEN}`, `Basic ${TOKEN}`])
    expect([header, (await ask(utf8(header))).status]).toEqual([header, 401]);
  expect((await ask(TOKEN)).body.detail).toBe('Send Authorization: Bearer and the INTAKE_TOKEN');
  expect((await ask(`Bearer x${TOKEN}`)).body.detail).toBe('The token is wrong');
});
