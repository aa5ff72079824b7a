import { expect, it } from 'vitest';
import { alikeGroups } from '../../../src/domain/source/alike.ts';

const groups = (names: readonly string[], isApart = (_one: string, _other: string) => false) =>
  alikeGroups(
    names.map((name, n) => ({ id: name, name, leads: 100 - n })),
    isApart,
  ).map(({ into, others }) => [into.name, ...others.map(({ name }) => name)]);

it('Four misspellings of one campaign are one group, behind the one that most leads came with', () => {
  expect(groups(['Hotels winter', 'Hotles winter', 'Hotels wintre', 'Spas', 'Hotel winter'])).toEqual([
    ['Hotels winter', 'Hotles winter', 'Hotels wintre', 'Hotel winter'],
  ]);
});

it('Accents, other characters and the order of words look alike', () => {
  expect(groups(['Café Expo', 'Cafe Expo', 'Ads (Google)', 'Google Ads'])).toEqual([
    ['Café Expo', 'Cafe Expo'],
    ['Ads (Google)', 'Google Ads'],
  ]);
});

it('Another number is another thing, and short words are not taken for one another', () => {
  expect(
    groups(['Hotels Q3', 'Hotels Q4', 'Fair 2025', 'Fair 2026', 'Bing', 'Ping', 'Meta', 'Beta']),
  ).toEqual([]);
});

it('What somebody keeps apart is not shown again', () => {
  expect(groups(['Webinar', 'Webinars'])).toEqual([['Webinar', 'Webinars']]);
  expect(groups(['Webinar', 'Webinars'], () => true)).toEqual([]);
});
