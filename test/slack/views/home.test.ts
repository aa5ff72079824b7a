import { expect, it } from 'vitest';
import { homeEntries } from '../../../src/slack/gallery/home.ts';
import { buttonsOf, textOf } from '../../support/messages.ts';

function homeNamed(name: string) {
  const entry = homeEntries((text) => text).find((each) => each.name === name);
  if (!entry || !('home' in entry)) throw new Error(`There is no ${name}`);
  return entry.home;
}

it('a Home with nothing to do is one friendly line and no empty heading', () => {
  expect(textOf(homeNamed('home, nothing to do'))).toBe(
    'Nothing waits for you right now.\n3 leads wait to be claimed in <#C_LEADS>.',
  );
});

it('whoever is everything and has all of it sees all of it: nothing is cut off at the hundredth block', () => {
  const home = homeNamed('home of one who is everything, all of it full');
  expect(home.blocks.length).toBeLessThanOrEqual(100);
  expect(home.blocks.length).toBeGreaterThan(90);
  expect(textOf(home)).toMatch(/3 leads wait to be claimed in <#C_LEADS>\.$/);
});

it('what there is no room for is counted below', () => {
  const text = textOf(homeNamed('home of a rep'));
  expect(text).toContain('Due now (2)');
  expect(text).toContain('and 1 more');
  expect(text).toContain('Later: 2 waiting for a first contact');
});

it('a manager signs, passes on and changes how the team works from there', () => {
  const home = homeNamed('home of a manager');
  expect(buttonsOf(home)).toEqual(['Sign', 'Settings', 'Audit log']);
  expect(textOf(home)).toContain('• *3* without a first contact (<@U_ANA>, <@U_BEN>, <@U_MAX> and 2 more)');
});
