import type { WebForm, WebFormId } from '../../domain/web-form/web-form.ts';
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
    ...{ id: 'web_form_1' as WebFormId, name: said('Contact page'), source: said('Website') },
    ...{ createdBy: MIA, createdAt: ARRIVED, removedAt: null, toldAt: null },
    questions: [question('E-mail', 'email'), question('Question 1.3'), question('Question 4')],
    meanings: { [said('Question 4')]: 'company' },
  };
  const line = { id: form.id, name: form.name, sourceName: form.source };
  const forms = [
    { ...line, leads: 12, lastAt: ARRIVED, open: 2 },
    { ...line, id: 'web_form_2' as WebFormId, name: said('Fair'), leads: 0, lastAt: null, open: 0 },
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
    { name: 'form, remove', modal: removeFormModal(form) },
    { name: 'form, its questions', modal: questionsModal(form) },
    { name: 'form, nothing came so far', modal: questionsModal({ ...form, questions: [] }) },
  ];
}
