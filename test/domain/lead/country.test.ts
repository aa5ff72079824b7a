import { expect, it } from 'vitest';
import { countryNamed, countryOfZone } from '../../../src/domain/lead/country.ts';

it.each([
  ['UK', 'GB'],
  ['united kingdom', 'GB'],
  ['DE-BY', 'DE'],
  ['Deutschland', 'DE'],
  ['España', 'ES'],
  [' Holland ', 'NL'],
  ['EMEA', null],
  ['', null],
])('a region written as “%s” is in the country %s', (text, country) => {
  expect(countryNamed(text)).toBe(country);
});

it.each([
  ['Europe/Berlin', 'DE'],
  ['Asia/Kolkata', 'IN'],
  ['Asia/Calcutta', 'IN'],
  ['UTC', null],
])('the zone %s lies in %s', (zone, country) => {
  expect(countryOfZone(zone)).toBe(country);
});
