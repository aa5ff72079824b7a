import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { testServer } from '../../support/test-server.ts';

const DANA = { source: 'Webinar', name: 'Dana Whitfield', budget: 5, fields: { Seats: '40' } };

/** What the description says of a body or an answer. */
// biome-ignore lint/suspicious/noExplicitAny: a JSON document
function accepts(document: any, path: string, part: (operation: any) => any): (body: unknown) => boolean {
  const method = Object.keys(document.paths[path])[0] ?? '';
  const schema = part(document.paths[path][method]).content['application/json'].schema;
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
  return (body) => validate(body) as boolean;
}

describe('GET /api/openapi.json', () => {
  it('describes every route that there is, and no other', async () => {
    const server = await testServer('sqlite');
    const { body } = await server.get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const [path, operations] of Object.entries<object>(body.paths)) {
      // A key that nobody was given finds no form.
      if (path === '/intake/form/{key}') continue;
      const url = path.replace('{id}', 'lead_1').replace('{week}', '2026-W47');
      const reply = await server.post(url, 'not json', { 'content-type': 'text/plain' });
      // Past the router: 415 wants another body, 405 another method.
      expect([path, reply.status]).toEqual([path, 'post' in operations ? 415 : 405]);
    }
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/leads', '/api/outcomes', '/api/spend', '/intake/form/{key}']),
    );
  });

  it('says what the API then takes and answers', async () => {
    const server = await testServer('sqlite');
    const { body: document } = await server.get('/api/openapi.json');
    const takes = accepts(document, '/api/leads', (operation) => operation.requestBody);
    expect(takes(DANA)).toBe(true);
    expect(takes([DANA, { ...DANA, email: null }])).toBe(true);
    expect(takes({ name: 'no source' })).toBe(false);
    expect(takes({ ...DANA, phone: 5 })).toBe(false);
    const { body } = await server.post('/api/leads', DANA);
    expect(accepts(document, '/api/leads', (operation) => operation.responses[201])(body)).toBe(true);
    const shown = await server.get(`/api/leads/${body.leads[0].id}`);
    expect(accepts(document, '/api/leads/{id}', (operation) => operation.responses[200])(shown.body)).toBe(
      true,
    );
  });
});

it('says that sources and campaigns are things, and are named as they are called now', async () => {
  const { body } = await (await testServer('sqlite')).get('/api/openapi.json');
  expect(body.info.description).toContain('as they are called now');
  const lead = body.paths['/api/leads/{id}'].get.responses[200].content['application/json'].schema;
  for (const name of ['source', 'campaign'])
    expect(lead.properties[name].description).toMatch(/^As it is called now/);
});

it('says of each field that names one what it may be, and what an answer notes', async () => {
  const { body } = await (await testServer('sqlite')).get('/api/openapi.json');
  const taken = (path: string) =>
    body.paths[path].post.requestBody.content['application/json'].schema.oneOf[0].properties;
  for (const path of ['/api/leads', '/api/spend'])
    for (const field of ['source', 'campaign'])
      expect(taken(path)[field].description).toMatch(
        /^Any spelling of a .*, or .*id.*; one that is not known is made$/,
      );
  expect(taken('/api/spend').campaignId.description).toContain('ad platform');
  expect(taken('/api/outcomes').source.description).toContain('externalId');
});

it('A source that is named by its id or another spelling is answered as it is called', async () => {
  const server = await testServer('sqlite');
  const { body } = await server.post('/api/leads', { source: 'Google Ads', name: 'Dana' });
  const first = await server.get(`/api/leads/${body.leads[0].id}`);
  const { body: second } = await server.post('/api/leads', {
    source: 'google-ads',
    name: 'Rui',
    email: 'rui@cove.example',
  });
  const shown = await server.get(`/api/leads/${second.leads[0].id}`);
  expect([first.body.source, shown.body.source]).toEqual(['Google Ads', 'Google Ads']);
});
