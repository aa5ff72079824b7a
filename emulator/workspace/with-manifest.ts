import { z } from 'zod';
import type { Seed } from './seed.ts';

const command = z.object({
  command: z.string(),
  description: z.string(),
  usage_hint: z.string().default(''),
  should_escape: z.boolean().default(false),
});

const shortcut = z.object({
  name: z.string(),
  type: z.enum(['message', 'global']),
  callback_id: z.string(),
});

const type = z.object({ type: z.string(), is_required: z.boolean().default(false) });

/** Each by its name, as version 1 of Slack's schema has them, which holds where the manifest names no version. */
const flat = z
  .record(z.string(), type)
  .transform((named) =>
    Object.entries(named).map(([name, one]) => ({ name, type: one.type, isRequired: one.is_required })),
  );

const nested = z
  .object({ properties: z.record(z.string(), type), required: z.array(z.string()).default([]) })
  .transform(({ properties, required }) =>
    Object.entries(properties).map(([name, one]) => ({
      name,
      type: one.type,
      isRequired: required.includes(name),
    })),
  );

const parameters = z.union([nested, flat]);

const step = z.object({ title: z.string(), input_parameters: parameters, output_parameters: parameters });

const manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z
    .object({ slash_commands: z.array(command).default([]), shortcuts: z.array(shortcut).default([]) })
    .prefault({}),
  functions: z.record(z.string(), step).default({}),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z
    .object({ event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).prefault({}) })
    .prefault({}),
});

/** The workspace with the app as its manifest describes it: what the manifest does not ask for is refused. */
export function withManifest(seed: Seed, json: unknown): Seed {
  const { display_information, features, functions, oauth_config, settings } = manifest.parse(json);
  const app = {
    ...seed.app,
    name: display_information.name,
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions.bot_events,
    commands: features.slash_commands.map((one) => ({
      command: one.command,
      description: one.description,
      usageHint: one.usage_hint,
      shouldEscape: one.should_escape,
    })),
    shortcuts: features.shortcuts.map((one) => ({
      callbackId: one.callback_id,
      name: one.name,
      kind: one.type,
    })),
    steps: Object.entries(functions).map(([callbackId, one]) => ({
      callbackId,
      title: one.title,
      inputs: one.input_parameters,
      outputs: one.output_parameters,
    })),
  };
  return { ...seed, app };
}
