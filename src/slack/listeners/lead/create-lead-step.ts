/** "Create a lead", a step in Workflow Builder. Its parameters are named in manifest.yml. */
import { z } from 'zod';
import type { LeadInput } from '../../../domain/lead/receive.ts';
import { readStep } from '../../../reading/lead/read-step.ts';
import { isTestLead } from '../../../reading/lead/test-lead.ts';
import { cleanLine } from '../../../reading/text.ts';
import { receiveStep } from '../../../usecases/lead/receive-step.ts';
import { viewSettings } from '../../../usecases/team/load-settings.ts';
import { checked } from '../edge/checked.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import type { Step } from '../edge/step.ts';

export async function onCreateLead({ ctx }: ListenerDeps, { runId, inputs }: Step) {
  const { timezone } = await viewSettings(ctx);
  const lead = readInputs(inputs, { now: ctx.clock.now(), timezone });
  const { id, duplicate } = await receiveStep(ctx, { runId, lead });
  return { lead_id: id, duplicate };
}

const Text = text(200);

function text(most: number) {
  return z
    .string('must be text')
    .overwrite(cleanLine)
    .max(most, `may have at most ${most} characters`)
    .nullish()
    .transform((text) => text || null);
}

const Inputs = z
  .object({
    source: z
      .string('is required')
      .overwrite(cleanLine)
      .min(1, 'is required')
      .max(200, 'may have at most 200 characters'),
    name: Text,
    email: Text.refine(
      (text) => text === null || /^[^\s@]+@[^\s@]+$/.test(text),
      'must be an e-mail address',
    ),
    phone: Text,
    company: Text,
    title: Text,
    segment: Text,
    region: Text,
    company_size: text(50),
    message: z.string('must be text').max(10_000, 'may have at most 10,000 characters').nullish(),
    reason: z.string('must be text').max(2_000, 'may have at most 2,000 characters').nullish(),
    campaign: Text,
    priority: z
      .string('must be text')
      .nullish()
      .transform((text) => text?.trim().toLowerCase() || 'standard')
      .pipe(z.enum(['hot', 'standard'], 'must be "hot" or "standard"')),
    external_id: Text,
  })
  .refine(({ name, email, phone, company, external_id: id }) => name ?? email ?? phone ?? company ?? id, {
    path: ['name'],
    message: 'is required unless email, phone, company or external_id is given',
  });

function readInputs(inputs: unknown, reader: { now: number; timezone: string }): LeadInput {
  const given = z.record(z.string(), z.unknown()).safeParse(inputs).data ?? {};
  const { lead: bent, receivedAt, fields } = readStep(given, reader);
  const { externalId, companySize, ...facts } = bent;
  const named = { ...facts, external_id: externalId, company_size: companySize };
  const { external_id: id, company_size: size, message, reason, ...own } = checked(Inputs, named);
  const lead = {
    ...{ ...own, externalId: id, companySize: size, fields },
    ...{ message: message?.trim() || null, reason: reason?.trim() || null },
    ...(receivedAt !== null && { receivedAt }),
  };
  return { ...lead, isTest: isTestLead(lead) };
}
