/**
 * Everything Tango reads from the environment: readEnv() takes the variables as they are, toConfig() applies defaults, checks
 * and groups them, and reports all that is wrong at once. Nobody else reads process.env.
 */
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';
import { AppError, type FieldProblem, inWords } from './errors.ts';
import { WEBHOOK_SECRETS, type WebhookSettings } from './intake/webhooks/settings.ts';
import { type SaidStages, STAGES, type Stage } from './reading/outcome/stage.ts';
import { cleanLine, cleanPasted } from './reading/text.ts';
import { stateKey } from './reading/words/word-key.ts';
import { sayRefusal } from './sentences/refusal.ts';
import { PLAIN } from './sentences/voice.ts';
import { slackProblems } from './slack-variables.ts';

export const VARIABLES = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'DATABASE_URL',
  'HOST',
  'PORT',
  'INTAKE_TOKEN',
  'TRUST_PROXY',
  'PUBLIC_URL',
  'TANGO_KEY',
  ...WEBHOOK_SECRETS,
  'HUBSPOT_API_URL',
  'HUBSPOT_STAGES',
  'META_API_URL',
  'LEADS_CHANNEL',
  'FIELD_CHANNEL',
  'MARKETING_CHANNEL',
  'SCORECARD_CHANNEL',
  'MANAGERS',
  'MARKETERS',
  'TEAM_TIMEZONE',
  'TEAM_CURRENCY',
  'LOG_LEVEL',
] as const;

export type Env = Partial<Record<(typeof VARIABLES)[number], string>>;

export interface SlackConfig {
  botToken: string;
  /** How Slack reaches us: a socket that we open, or signed requests to `/slack/events`. */
  mode: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };
  apiUrl: string;
}

/** Copied into the settings at the first start; from then on the settings in the database count. */
export interface FirstStart {
  leadsChannel: string | null;
  fieldChannel: string | null;
  marketingChannel: string | null;
  scorecardChannel: string | null;
  managers: string[];
  marketers: string[];
  timezone: string | null;
  currency: string | null;
}

export interface Config {
  slack: SlackConfig;
  databaseUrl: string;
  http: {
    host: string;
    port: number;
    intakeToken: string | null;
    /** As Express has it: how many proxies stand before us, or which. Absent: none. */
    trustProxy?: number | string[];
  };
  /** Absent: every form vendor's route is off. */
  webhooks?: WebhookSettings;
  firstStart: FirstStart;
  logLevel: string;
  /** Seals stored secrets; null or absent: none can be stored. */
  tangoKey?: string | null;
}

/** What the command line needs: no command but setup and doctor asks for Slack's tokens. */
export interface CliConfig extends Pick<Config, 'databaseUrl' | 'firstStart' | 'logLevel'> {
  publicUrl: string | null;
  tangoKey: string | null;
}

/** Variables of a file `.env` in the working folder, where there is one; those that are set already win. */
export function loadEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

export function readEnv(source: NodeJS.ProcessEnv): Env {
  const env: Env = {};
  for (const name of VARIABLES) {
    const value = asMeant(name, source[name] ?? '');
    if (value) env[name] = value;
  }
  return env;
}

/** In which blanks part one from the next. */
const LISTS: ReadonlySet<string> = new Set(['MANAGERS', 'MARKETERS', 'TRUST_PROXY']);

/** They are pasted, and what nobody sees comes along. A path may hold whatever it likes: another one would be another database. */
function asMeant(name: string, value: string): string {
  if (LISTS.has(name)) return cleanLine(value).split(' ').map(cleanPasted).join(' ');
  const pasted = cleanPasted(value);
  return pasted.startsWith('file:') ? value.slice(value.indexOf('file:')).trim() : pasted;
}

export function toConfig(env: Env): Config {
  const problems: FieldProblem[] = [];
  const slack = slackConfig(env, problems);
  const base = parse(env, problems);
  if (problems.length > 0 || !slack || !base) throw configError(problems);
  return {
    slack,
    databaseUrl: base.DATABASE_URL,
    http: {
      host: base.HOST,
      port: base.PORT,
      intakeToken: base.INTAKE_TOKEN,
      ...(base.TRUST_PROXY !== null && { trustProxy: base.TRUST_PROXY }),
    },
    webhooks: webhookSettings(env, base),
    firstStart: firstStart(base),
    logLevel: base.LOG_LEVEL,
    tangoKey: base.TANGO_KEY,
  };
}

export function toCliConfig(env: Env): CliConfig {
  const problems: FieldProblem[] = [];
  const base = parse(env, problems);
  if (!base) throw configError(problems);
  const { DATABASE_URL: databaseUrl, LOG_LEVEL: logLevel, PUBLIC_URL: publicUrl, TANGO_KEY: tangoKey } = base;
  return { databaseUrl, firstStart: firstStart(base), logLevel, publicUrl, tangoKey };
}

function slackConfig(env: Env, problems: FieldProblem[]): SlackConfig | null {
  const found = slackProblems(env);
  problems.push(...found);
  const mode = slackMode(env);
  if (found.length > 0 || !env.SLACK_BOT_TOKEN || !mode) return null;
  return { botToken: env.SLACK_BOT_TOKEN, mode, apiUrl: env.SLACK_API_URL ?? 'https://slack.com/api/' };
}

function slackMode(env: Env): SlackConfig['mode'] | null {
  if (env.SLACK_APP_TOKEN) return { kind: 'socket', appToken: env.SLACK_APP_TOKEN };
  if (env.SLACK_SIGNING_SECRET) return { kind: 'http', signingSecret: env.SLACK_SIGNING_SECRET };
  return null;
}

const channel = z
  .string()
  .regex(/^[CG][A-Z0-9_]+$/, 'must be a channel id such as C0123456789, not a name')
  .nullable()
  .default(null);
const people = z
  .string()
  .default('')
  .transform((list) => [...new Set(list.split(/[\s,]+/).filter(Boolean))])
  .pipe(
    z.array(z.string().regex(/^[UW][A-Z0-9_]+$/, 'must be user ids such as U0123456789, comma separated')),
  );

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://tango.example.com' })
  .nullable()
  .default(null);

/** "true" is none of it: whoever calls could then say to be anybody. */
const proxies = z
  .string()
  .refine(
    (text) => /^[1-9]$/.test(text) || text.split(/[\s,]+/).every(isNetwork),
    'must be how many proxies stand before Tango, such as 1, or their addresses, such as 10.0.0.0/8 or loopback',
  )
  .transform((text) => (/^[1-9]$/.test(text) ? Number(text) : text.split(/[\s,]+/)))
  .nullable()
  .default(null);

function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most);
}

/** `Verbal agreement=won, 98765=lost`: a stage by its name or its id. */
const stages = z
  .string()
  .default('')
  .transform((list, context): SaidStages => {
    const said: Record<string, Stage> = {};
    for (const each of list.split(/[,;\n]/).filter((part) => part.trim() !== '')) {
      const [, name = '', word] = /^(.*)=\s*(\w+)\s*$/.exec(each) ?? [];
      const meant = STAGES.find((stage) => stage === word?.toLowerCase());
      if (meant && stateKey(name) !== '') said[stateKey(name)] = meant;
      else
        context.addIssue({
          code: 'custom',
          message: 'must look like Verbal agreement=won, 98765=lost, In review=open',
        });
    }
    return said;
  });

const BaseEnv = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must start with file: or postgres://')
    .default('file:./data/tango.db'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(3000),
  INTAKE_TOKEN: z.string().nullable().default(null),
  TRUST_PROXY: proxies,
  PUBLIC_URL: address,
  TANGO_KEY: z
    .string()
    .min(32, 'must be at least 32 characters, such as `openssl rand -hex 32` prints')
    .nullable()
    .default(null),
  HUBSPOT_API_URL: address,
  HUBSPOT_STAGES: stages,
  META_API_URL: address,
  LEADS_CHANNEL: channel,
  FIELD_CHANNEL: channel,
  MARKETING_CHANNEL: channel,
  SCORECARD_CHANNEL: channel,
  MANAGERS: people,
  MARKETERS: people,
  TEAM_TIMEZONE: z
    .string()
    .refine(isTimezone, 'must be an IANA time zone such as Europe/Berlin')
    .nullable()
    .default(null),
  TEAM_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR')
    .nullable()
    .default(null),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

function parse(env: Env, problems: FieldProblem[]): z.infer<typeof BaseEnv> | null {
  const result = BaseEnv.safeParse(env);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    problems.push({ field: String(issue.path[0]), refusal: inWords(issue.message) });
  }
  return null;
}

function webhookSettings(env: Env, base: z.infer<typeof BaseEnv>): WebhookSettings {
  const secrets: WebhookSettings['secrets'] = {};
  for (const name of WEBHOOK_SECRETS) {
    const value = env[name];
    if (value !== undefined) secrets[name] = value;
  }
  return {
    secrets,
    publicUrl: base.PUBLIC_URL,
    hubspotApiUrl: base.HUBSPOT_API_URL,
    metaApiUrl: base.META_API_URL,
    hubspotStages: base.HUBSPOT_STAGES,
  };
}

function firstStart(base: z.infer<typeof BaseEnv>): FirstStart {
  return {
    leadsChannel: base.LEADS_CHANNEL,
    fieldChannel: base.FIELD_CHANNEL,
    marketingChannel: base.MARKETING_CHANNEL,
    scorecardChannel: base.SCORECARD_CHANNEL,
    managers: base.MANAGERS,
    marketers: base.MARKETERS,
    timezone: base.TEAM_TIMEZONE,
    currency: base.TEAM_CURRENCY,
  };
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function configError(problems: FieldProblem[]): AppError {
  const lines = problems.map((problem) => `  ${problem.field} ${sayRefusal(problem.refusal, PLAIN)}`);
  return new AppError('invalid', inWords(`The configuration is not complete:\n${lines.join('\n')}`), {
    problems,
  });
}
