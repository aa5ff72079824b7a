/** "Create a lead", a step in Workflow Builder. Its parameters are named in manifest.yml. */
import { z } from 'zod';
import type { LeadInput } from '../../../domain/lead/receive.ts';
import { bendLead } from '../../../reading/lead/bend-lead.ts';
import { isTestLead } from '../../../reading/lead/test-lead.ts';
import { cleanLine } from '../../../reading/text.ts';
import { receiveStep } from '../../../usecases/lead/receive-step.ts';
import { checked } from '../edge/checked.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import type { Step } from '../edge/step.ts';

export async function onCreateLead({ ctx }: ListenerDeps, { runId, inputs }: Step) {
  const { id, duplicate } = await receiveStep(ctx, { runId, lead: readInputs(inputs) });
  return { lead_id: id, duplicate };
}

const Text = z
  .string('must be text')
  .overwrite(cleanLine)
  .max(200, 'may have at most 200 characters')
  .nullish()
  .transform((text) => text || null);

const Inputs = z
  .object({
    source: z.string('is required').trim().min(1, 'is required').max(200, 'may have at most 200 characters'),
    name: Text,
    email: Text.refine(
      (text) => text === null || /^[^\s@]+@[^\s@]+$/.test(text),
      'must be an e-mail address',
    ),
    phone: Text,
    company: Text,
    message: z.string('must be text').max(10_000, 'may have at most 10,000 characters').nullish(),
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

function readInputs(inputs: unknown): LeadInput {
  const { external_id: id, ...given } = z.record(z.string(), z.unknown()).safeParse(inputs).data ?? {};
  const { lead: bent, kept } = bendLead({ ...given, externalId: id });
  const { externalId, ...facts } = bent;
  const { external_id: read, message, ...own } = checked(Inputs, { ...facts, external_id: externalId });
  const fields = Object.fromEntries(kept.map(({ field, text }) => [field, text]));
  const lead = { ...own, externalId: read, message: message?.trim() || null, fields };
  return { ...lead, isTest: isTestLead(lead) };
}
