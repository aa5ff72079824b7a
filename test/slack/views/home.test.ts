import { expect, it } from 'vitest';
import { homeEntries } from '../../../src/slack/gallery/home.ts';
import { buttonsOf, textOf } from '../../support/messages.ts';

function homeNamed(name: string) {
  const entry = homeEntries((text) => text).find((each) => each.name === name);
  if (!entry || !('home' in entry)) throw new Error(`There is no ${name}`);
  return entry.home;
}

function listNamed(name: string) {
  const entry = homeEntries((text) => text).find((each) => each.name === name);
  if (!entry || !('modal' in entry)) throw new Error(`There is no ${name}`);
  return entry.modal;
}

it('a Home with nothing to do is one friendly line and no empty heading', () => {
  expect(textOf(homeNamed('home, nothing to do'))).toBe(
    'Nothing waits for you right now.\nNew leads arrive in <#C_LEADS>.',
  );
});

it('whoever is everything and has all of it sees all of it: nothing is cut off at the hundredth block', () => {
  const home = homeNamed('home of one who is everything, all of it full');
  expect(home.blocks.length).toBeLessThanOrEqual(100);
  expect(home.blocks.length).toBeGreaterThan(90);
  expect(textOf(home)).toMatch(/6 leads wait to be claimed in <#C_LEADS>\.$/);
});

it('what there is no room for is a button away', () => {
  const home = homeNamed('home of a rep');
  expect(textOf(home)).toContain('Due now (2)');
  expect(buttonsOf(home)).toContain('and 5 more');
});

it('each row leads to where it is shown in Slack', () => {
  for (const name of ['home of a rep', 'home of a marketer', 'home of a manager']) {
    const text = textOf(homeNamed(name));
    const rows = text
      .split('\n')
      .filter((line) => /due <!date|^Qualified · |snoozed until|^Told by/i.test(line));
    expect(rows.length, name).toBeGreaterThan(1);
    expect(rows.filter((line) => !line.includes('|Open>'))).toEqual([]);
  }
});

it('a manager signs, gives a lead that waits to somebody, and changes how the team works from there', () => {
  const home = homeNamed('home of a manager');
  expect(buttonsOf(home)).toEqual([
    ...[
      'Sign',
      'Sign or decline…',
      'Assign…',
      'Hand over…',
      'and 4 more',
      'Merge',
      'Keep apart',
      'and 1 more',
    ],
    ...['Settings', 'Audit log'],
  ]);
  expect(textOf(home)).toContain('• *3* wait for a first contact (<@U_ANA>, <@U_BEN>, <@U_MAX> and 2 more)');
});

it('an open deal keeps their words and how to reach them, and says when its next step is past', () => {
  const text = textOf(listNamed('home list of open deals'));
  expect(text).toContain('mailto:dana@harbour.example');
  expect(text).toMatch(/\n> /);
  expect(text).toContain('next: Demo with finance on 24 November 2026');
});

it('a list says where it stands, turns its pages, and says so once nothing is left of it', () => {
  const list = listNamed('home list of rejects');
  expect(textOf(list)).toContain('11 to 12 of 34');
  expect(buttonsOf(list)).toEqual(['Back', 'More']);
  expect(textOf(listNamed('home list of nothing any more'))).toBe(
    'Nothing is left of this list: all of it is done.',
  );
});
