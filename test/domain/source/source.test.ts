import { expect, it } from 'vitest';
import { withSpelled } from '../../../src/domain/source/source.ts';

it('What a lead is stored with is kept beside its names where it is spelled otherwise', () => {
  const shown = { source: 'Webinar', campaign: null };
  expect(withSpelled(shown, { source: 'Webinar', campaign: null })).toEqual(shown);
  const spelled = { source: 'Webinars', campaign: null };
  expect(withSpelled(shown, spelled)).toEqual({ ...shown, spelled });
});
