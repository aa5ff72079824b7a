import { expect, it } from 'vitest';
import { assertMayKeepForms, nameForm } from '../../../src/domain/web-form/web-form-rules.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

it('Marketers and managers keep the forms; where no marketers are named, anybody may', () => {
  const settings = { managers: [MAX], marketers: [MIA] };
  for (const person of [MAX, MIA]) expect(() => assertMayKeepForms(settings, person)).not.toThrow();
  expect(() => assertMayKeepForms(settings, ANA)).toThrow(
    refused('web_forms_not_yours', { people: [MIA, MAX] }),
  );
  expect(() => assertMayKeepForms({ ...settings, marketers: [] }, ANA)).not.toThrow();
});

it('A form has a name of its own and a source; all that is missing is said at once', () => {
  expect(nameForm({ name: ' Contact  page ', source: 'Website' }, [])).toEqual({
    name: 'Contact page',
    source: 'Website',
  });
  expect(() => nameForm({ name: '', source: ' ' }, [])).toThrow(refused('answers_need_another_look'));
  expect(() => nameForm({ name: 'contact-page', source: 'Website' }, [{ name: 'Contact page' }])).toThrow(
    refused('web_form_name_taken'),
  );
});
