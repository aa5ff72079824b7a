import type { RefusalSentences } from '../../catalog.ts';
import { clip } from '../../clip.ts';
import { VENDOR_NAMES } from '../web-form.ts';

/** Forms that have an address of their own. */
export const WEB_FORM = {
  web_form_not_found: () => 'There is no such form, or it was removed.',
  web_forms_not_yours: ({ people }, voice) =>
    `Only marketing and managers change this. Please ask ${people.map((id) => voice.person(id, 'one of them')).join(', ')}.`,
  secrets_need_key: () =>
    'TANGO_KEY is not set where Tango runs, and without it no secret is stored. Whoever runs Tango makes one (openssl rand -hex 32), sets it and starts Tango again.',
  web_form_of_vendor: ({ door }) =>
    `This form is ${VENDOR_NAMES[door]}’s: its address is /intake/${door}, and it is ended there.`,
  web_form_name_length: ({ most }) => `A name of at most ${most} characters, please.`,
  web_form_name_taken: ({ name }, voice) => `There is a form called ${voice.text(clip(name, 100))} already.`,
  web_form_source_length: ({ most }) => `A source of at most ${most} characters, please.`,
} satisfies Partial<RefusalSentences>;
