import type { ShownForm } from '../../domain/web-form/examples.ts';
import type { WebForm, WebFormId } from '../../domain/web-form/web-form.ts';
import { sayTrouble } from '../../sentences/en/trouble.ts';
import { MRKDWN } from '../views/kit/voice.ts';
import { notice } from '../views/team/notice.ts';
import { formSecretModal, signFormModal } from '../views/web-form/sign-form-modal.ts';
import {
  addFormModal,
  formAddressModal,
  questionsModal,
  removeFormModal,
  renewKeyModal,
} from '../views/web-form/web-form-modals.ts';
import { webFormsModal } from '../views/web-form/web-forms-modal.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { ARRIVED, MIA, SETTINGS } from './sample-people.ts';

export function webFormEntries(said: Said): GalleryEntry[] {
  const question = (label: string, read: WebForm['questions'][number]['read'] = null) => ({
    label: said(label),
    read,
    isNoise: false,
  });
  const form: WebForm = {
    ...{ id: 'web_form_1' as WebFormId, door: null, name: said('Contact page'), source: said('Website') },
    ...{ createdBy: MIA, createdAt: ARRIVED, removedAt: null, signing: null, toldAt: null },
    questions: [question('E-mail', 'email'), question('Question 1.3'), question('Question 4')],
    meanings: { [said('Question 4')]: 'company' },
  };
  const examples = [[said('Question 1.3'), said('Between 10 and 50 rooms')] as const];
  const line = { id: form.id, door: form.door, name: form.name, sourceName: form.source };
  const forms = [
    { ...line, leads: 12, lastAt: ARRIVED, open: 2, signing: null },
    {
      ...line,
      id: 'web_form_2' as WebFormId,
      name: said('Fair'),
      leads: 0,
      lastAt: null,
      open: 0,
      signing: 'sealed',
    },
    {
      ...{ id: 'web_form_3' as WebFormId, door: 'typeform' as const, name: said('Ask for a demo') },
      ...{ sourceName: 'Typeform', leads: 40, lastAt: ARRIVED, open: 1, signing: null },
    },
    {
      ...{ id: 'web_form_4' as WebFormId, door: 'meta' as const, name: '1203' },
      ...{ sourceName: said('Spring campaign'), leads: 7, lastAt: ARRIVED, open: 0, signing: null },
    },
  ];
  const { timezone } = SETTINGS;
  const publicUrl = 'https://tango.example.com';
  const key = 'a0b1c2d3e4f5a0b1c2d3e4f5a0b1c2d3e4f5';
  return [
    { name: 'forms', modal: webFormsModal({ forms, publicUrl, timezone }) },
    {
      name: 'forms, none, no public address',
      modal: webFormsModal({ forms: [], publicUrl: null, timezone }),
    },
    { name: 'form, add', modal: addFormModal() },
    { name: 'form, its address', modal: formAddressModal({ name: form.name, key, publicUrl }) },
    { name: 'form, new address', modal: renewKeyModal(form) },
    { name: 'form, ask for a signature', modal: signFormModal(form) },
    { name: 'form, its signature', modal: signFormModal({ ...form, signing: 'sealed' }) },
    { name: 'form, its secret', modal: formSecretModal({ name: form.name, secret: key }) },
    { name: 'form, remove', modal: removeFormModal(form) },
    { name: 'form, its questions', modal: questionsModal({ ...form, examples: new Map(examples) }) },
    {
      name: 'form, its questions, odd answers',
      modal: questionsModal({ ...form, ...oddlyAnswered(said) }),
    },
    {
      name: 'notice, a form’s questions are not understood',
      message: notice(
        sayTrouble(
          {
            ...{ code: 'web_form_unclear', form: form.name, questions: 2, lacksWho: false },
            labels: [said('Question 1.3'), said('What brought you here?')],
          },
          MRKDWN,
        ),
        form.id,
      ),
    },
    {
      name: 'form, nothing came so far',
      modal: questionsModal({ ...form, questions: [], examples: new Map() }),
    },
  ];
}

/** As people write them: long, with an emoji at the cut, with what Slack takes for its marks, over several lines. */
function oddlyAnswered(said: Said): Pick<ShownForm, 'questions' | 'examples' | 'meanings'> {
  const answers: [label: string, answer: string][] = [
    ['Long', 'We have been looking for somebody who helps our nine hotels with their linen. '.repeat(3)],
    [
      'Emoji',
      `${'Looking forward to it, with all of us here at the harbour, since last summer'} 👩‍👩‍👧‍👦 all`,
    ],
    ['Marks', '*bold* _slanted_ `code` <!channel> & :tada:'],
    ['Lines', 'one\ntwo'],
  ];
  const questions = [...answers.map(([label]) => label), 'Empty'].map((label) => ({
    label: said(label),
    read: null,
    isNoise: false,
  }));
  const examples = new Map(answers.map(([label, answer]) => [said(label), said(answer)]));
  return { questions, examples, meanings: {} };
}
