/** The description of the API in OpenAPI 3.1, made from the same routes and schemas that answer. */
import { z } from 'zod';
import { MOST_ITEMS } from './one-or-many.ts';
import type { ApiRoute } from './route.ts';

type Json = { [key: string]: unknown };

export function getOpenApi(routes: readonly ApiRoute[]): ApiRoute {
  let body: Json | undefined;
  return {
    method: 'get',
    path: '/openapi.json',
    summary: 'This description',
    answer: z.record(z.string(), z.unknown()),
    handle: async () => {
      // Few ask, and it takes 15 ms that the start would wait for.
      body ??= describe(routes);
      return { status: 200, body };
    },
  };
}

function describe(routes: readonly ApiRoute[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tango',
      version: '1',
      description: ABOUT,
    },
    security: [{ token: [] }],
    paths: { ...paths, '/intake/form/{key}': { post: FORM } },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'The INTAKE_TOKEN' } },
      schemas: { Problem: PROBLEM },
      responses: {
        Problem: {
          description: 'Refused (RFC 9457)',
          content: content('application/problem+json', { $ref: '#/components/schemas/Problem' }),
        },
      },
    },
  };
}

const ABOUT = `Leads, outcomes and spend in; leads, spend and scorecards out.

Sources and campaigns are things with a name, other spellings and the ids of ad platforms. What is handed in is resolved to one of them: by id, or by any of \
its spellings, whatever the capitals, blanks and hyphens; what is new is made. Answers name them as they are called now, so that what was renamed or merged \
here reads as it does in Slack, whatever was handed in.`;

function operation(route: ApiRoute): Json {
  const parameters = [
    ...pathParameters(route),
    ...queryParameters(route),
    ...(route.request ? [IDEMPOTENCY_KEY] : []),
  ];
  const answer = {
    description: 'Done',
    content: content('application/json', schemaOf(route.answer, 'output')),
  };
  return {
    summary: route.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(route.request && {
      requestBody: { required: true, content: content('application/json', oneOrMany(route.request)) },
    }),
    responses: {
      200: answer,
      ...(route.method === 'post' && { 201: answer }),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function pathParameters({ path }: ApiRoute): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: ApiRoute): Json[] {
  if (!query) return [];
  return Object.entries(query.shape).map(([name, schema]) => ({
    ...{ name, in: 'query', required: false },
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

function oneOrMany(schema: z.ZodType): Json {
  const one = schemaOf(schema, 'input');
  return { oneOf: [one, { type: 'array', items: one, minItems: 1, maxItems: MOST_ITEMS }] };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, { io });
  return json;
}

function content(type: string, schema: Json): Json {
  return { [type]: { schema } };
}

const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description: 'A call that is repeated under the same key gets the first answer and has no second effect',
};

const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    problems: {
      type: 'array',
      description: 'Every bad field; in an array by its place, as in 2.email',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
    reference: { type: 'string', description: 'Finds the cause in the log of Tango' },
  },
};

/** Any form or tool: no shape is asked of what it sends. */
const FORM: Json = {
  summary: 'A submission of a form that has an address of its own; its key is the secret',
  security: [],
  parameters: [
    { name: 'key', in: 'path', required: true, schema: { type: 'string' } },
    ...['source', 'campaign'].map((name) => ({
      ...{ name, in: 'query', required: false, schema: { type: 'string' } },
      description: 'Wins over what the form says',
    })),
    {
      ...{ name: 'answer', in: 'query', required: false, schema: { enum: ['200'] } },
      description: 'For tools to which everything but 200 is a failure: what is taken is answered with it',
    },
    {
      ...{ name: 'X-Tango-Signature', in: 'header', required: false, schema: { type: 'string' } },
      description:
        'Asked for by forms that have a secret: t=SECONDS,v1=HEX, the HMAC-SHA256 of "SECONDS." and the body, within five minutes; or sha256=HEX of the body alone, of which the very same body is taken once. X-Hub-Signature-256 is read as well',
    },
  ],
  requestBody: {
    required: true,
    content: Object.fromEntries(
      ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'].map((type) => [
        type,
        { schema: { type: 'object', additionalProperties: true } },
      ]),
    ),
  },
  responses: {
    200: { description: 'No submission: a ping, a deletion; nothing was taken' },
    202: {
      description: 'Taken',
      content: content('application/json', {
        type: 'object',
        required: ['id', 'duplicate'],
        properties: { id: { type: 'string' }, duplicate: { type: 'boolean' } },
      }),
    },
    default: { $ref: '#/components/responses/Problem' },
  },
};
