import { z } from 'zod';
import { id, text } from './composition.ts';
import { LIMITS } from './limits.ts';
import { type Problem, problem, problemsOf } from './problem.ts';

const L = LIMITS.manifest;

/** Parts of a manifest that no app like ours has; Slack looks at them, we do not. */
const unread = z.unknown().optional();
const requestUrl = text(L.requestUrl)
  .regex(/^https?:\/\//, 'must be an http or https URL')
  .optional();
const flag = z.boolean().optional();
const scopes = z.array(text(L.name)).max(L.scopes).optional();
const events = z.array(text(L.name)).max(L.events).optional();

/** The command's name alone is what the person types; Slack wants no spaces or capitals in it. */
const command = z.strictObject({
  command: text(L.command).regex(/^\/[^\sA-Z]+$/, 'must start with / and have no spaces or capitals'),
  description: text(L.commandDescription),
  usage_hint: text(L.usageHint).optional(),
  url: text(L.commandUrl)
    .regex(/^https?:\/\//, 'must be an http or https URL')
    .optional(),
  should_escape: flag,
});

const shortcut = z.strictObject({
  name: text(L.shortcutName),
  type: z.enum(['message', 'global']),
  callback_id: id,
  description: text(L.shortcutDescription),
});

const features = z.strictObject({
  app_home: z
    .strictObject({
      home_tab_enabled: flag,
      messages_tab_enabled: flag,
      messages_tab_read_only_enabled: flag,
    })
    .optional(),
  bot_user: z.strictObject({ display_name: text(L.displayName), always_online: flag }).optional(),
  agent_view: unread,
  assistant_view: unread,
  shortcuts: z.array(shortcut).min(1).max(L.shortcuts).optional(),
  unfurl_domains: unread,
  workflow_steps: unread,
  slash_commands: z.array(command).min(1).max(L.commands).optional(),
});

/** The name that a step's input or output is called by. */
const parameter = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  name: z.string().optional(),
  is_required: flag,
  is_hidden: flag,
  hint: z.string().optional(),
});

const tooManyParameters = `no more than ${L.functionParameters} items allowed`;

/** Version 1 of Slack's schema, which holds where `_metadata.major_version` names none: each parameter by its name. */
const flatParameters = z
  .record(z.string(), parameter)
  .refine((named) => Object.keys(named).length <= L.functionParameters, { message: tooManyParameters });

/** Version 2. */
const nestedParameters = z
  .strictObject({
    properties: z.record(z.string(), parameter),
    required: z.array(z.string()).optional(),
  })
  .refine(({ properties }) => Object.keys(properties).length <= L.functionParameters, {
    message: tooManyParameters,
    path: ['properties'],
  });

function customStep<Parameters extends z.ZodType>(parameters: Parameters) {
  return z.strictObject({
    title: z.string(),
    description: z.string(),
    input_parameters: parameters,
    output_parameters: parameters,
  });
}

/** Slack runs it: of these we look at no more than their shape. */
function workflow<Parameters extends z.ZodType>(parameters: Parameters) {
  return z.strictObject({
    title: z.string(),
    description: z.string(),
    input_parameters: parameters.optional(),
    steps: z.array(z.looseObject({})),
    suggested_triggers: z.array(z.looseObject({})).optional(),
  });
}

const settings = z.strictObject({
  function_runtime: z.enum(['remote', 'slack']).optional(),
  allowed_ip_address_ranges: unread,
  event_subscriptions: z
    .strictObject({
      request_url: requestUrl,
      bot_events: events,
      user_events: events,
      metadata_subscriptions: unread,
    })
    .optional(),
  hermes_app_type: unread,
  incoming_webhooks: unread,
  interactivity: z
    .strictObject({ is_enabled: z.boolean(), request_url: requestUrl, message_menu_options_url: requestUrl })
    .optional(),
  is_hosted: flag,
  is_mcp_enabled: flag,
  org_deploy_enabled: flag,
  siws_links: unread,
  socket_mode_enabled: flag,
  token_rotation_enabled: flag,
});

const number = z.int().optional();

const common = z.strictObject({
  $schema: z.string().optional(),
  _metadata: z
    .strictObject({
      schema_version: number,
      min_version: number,
      major_version: number,
      minor_version: number,
    })
    .optional(),
  app_directory: unread,
  datastores: unread,
  external_auth_providers: unread,
  mcp_servers: unread,
  outgoing_domains: unread,
  types: unread,
  display_information: z.strictObject({
    name: text(L.appName),
    description: text(L.description).optional(),
    long_description: z.string().min(L.longDescriptionLeast).max(L.longDescription).optional(),
    background_color: z
      .string()
      .regex(/^#([0-9a-f]{3}){1,2}$/i, 'must be a hex colour')
      .optional(),
  }),
  features: features.optional(),
  oauth_config: z
    .strictObject({
      redirect_urls: unread,
      scopes: z
        .strictObject({ bot: scopes, user: scopes, bot_optional: scopes, user_optional: scopes })
        .optional(),
      token_management_enabled: flag,
      pkce_enabled: flag,
    })
    .optional(),
  settings: settings.optional(),
});

function withParameters<Parameters extends z.ZodType>(parameters: Parameters) {
  return common.extend({
    functions: z.record(z.string(), customStep(parameters)).optional(),
    workflows: z.record(z.string(), workflow(parameters)).optional(),
  });
}

const versions = { 1: withParameters(flatParameters), 2: withParameters(nestedParameters) };

type Manifest = z.infer<(typeof versions)[1 | 2]>;

const version = z.object({ _metadata: z.object({ major_version: z.literal(2) }) });

/** Why Slack would refuse to make the app from this manifest: its parts that a bot like ours needs, the rest is unknown here. */
export function checkManifest(given: unknown): Problem[] {
  const schema = versions[version.safeParse(given).success ? 2 : 1];
  const problems = problemsOf(schema, given, { code: 'invalid_manifest', pointer: '' });
  if (problems.length > 0) return problems;
  const valid = schema.parse(given);
  return [...missingUrls(valid), ...missingScopes(valid), ...stepProblems(valid)];
}

/** Without Socket Mode, Slack must know where to send each kind of thing. */
function missingUrls({ features: has, settings: set }: Manifest): Problem[] {
  if (set?.socket_mode_enabled) return [];
  const wanted = [
    {
      url: set?.event_subscriptions?.request_url,
      of: set?.event_subscriptions,
      at: '/settings/event_subscriptions',
    },
    {
      url: set?.interactivity?.request_url,
      of: set?.interactivity?.is_enabled,
      at: '/settings/interactivity',
    },
    ...(has?.slash_commands ?? []).map((one, n) => ({
      url: one.url,
      of: one,
      at: `/features/slash_commands/${n}`,
    })),
  ];
  return wanted
    .filter(({ url, of }) => of && !url)
    .map(({ at }) => problem('invalid_manifest', 'a request URL is required without Socket Mode', at));
}

/** Steps that the app runs itself (docs.slack.dev/tools/bolt-js/tutorials/custom-steps); others run at Slack and need none of this. */
function stepProblems({ functions, settings: set }: Manifest): Problem[] {
  if (functions === undefined || set?.function_runtime !== 'remote') return [];
  const wanted: [boolean, string, string][] = [
    [
      set?.org_deploy_enabled === true,
      'custom steps require an org-ready app',
      '/settings/org_deploy_enabled',
    ],
    [
      set?.event_subscriptions?.bot_events?.includes('function_executed') === true,
      'custom steps require the event function_executed',
      '/settings/event_subscriptions/bot_events',
    ],
  ];
  return wanted
    .filter(([isMet]) => !isMet)
    .map(([, message, pointer]) => problem('invalid_manifest', message, pointer));
}

/** Any one of these scopes lets an app hear the event (docs.slack.dev/reference/events). */
const EVENT_SCOPES: Record<string, readonly string[]> = {
  app_mention: ['app_mentions:read'],
  channel_archive: ['channels:read'],
  channel_created: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_id_changed: ['channels:read', 'groups:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  team_join: ['users:read'],
  user_change: ['users:read'],
};

function missingScopes({ features: has, oauth_config: oauth, settings: set }: Manifest): Problem[] {
  const granted = oauth?.scopes?.bot ?? [];
  const needs = [
    ...(set?.event_subscriptions?.bot_events ?? []).map((name) => ({
      name,
      anyOf: EVENT_SCOPES[name] ?? [],
    })),
    ...(has?.slash_commands ?? []).map((one) => ({ name: one.command, anyOf: ['commands'] })),
    ...(has?.shortcuts ?? []).map((one) => ({ name: one.callback_id, anyOf: ['commands'] })),
  ];
  return needs
    .filter(({ anyOf }) => anyOf.length > 0 && !anyOf.some((scope) => granted.includes(scope)))
    .map(({ name, anyOf }) =>
      problem(
        'invalid_manifest',
        `${name} requires the scope ${anyOf.join(' or ')}`,
        '/oauth_config/scopes/bot',
      ),
    );
}
