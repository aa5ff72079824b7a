import { describe, expect, it } from 'vitest';
import { offerSources, wholeSource } from '../../../src/domain/lead/source.ts';

const KNOWN = ['Fair Berlin', 'Fair Munich', 'Messe Köln', 'Pricing page', 'Web', 'Webinar', '展示会'];
const offered = (typed: string) => {
  const { known, unknown } = offerSources(typed, KNOWN);
  return [...known, ...(unknown === null ? [] : [`new: ${unknown}`])];
};

describe('what is offered to who types a source', () => {
  it.each([
    ['', KNOWN],
    ['   ', KNOWN],
    ['Webinar', ['Webinar']],
    [' Fair  Berlin ', ['Fair Berlin']],
    ['webinar', ['Webinar', 'new: webinar']],
    ['fair-berlin', ['Fair Berlin', 'new: fair-berlin']],
    ['FairBerlin', ['Fair Berlin', 'new: FairBerlin']],
    ['Wbeinar', ['Webinar', 'new: Wbeinar']],
    ['Webinars', ['Webinar', 'new: Webinars']],
    ['Messe Koln', ['Messe Köln', 'new: Messe Koln']],
    ['Messe Ko\u0308ln', ['Messe Köln']],
    ['fair', ['Fair Berlin', 'Fair Munich', 'new: fair']],
    ['munich fair', ['Fair Munich', 'new: munich fair']],
    ['Web', ['Web', 'Webinar']],
    ['Fair Bonn', ['new: Fair Bonn']],
    ['Wob', ['Web', 'new: Wob']],
    ['展示会', ['展示会']],
    ['展示', ['展示会', 'new: 展示']],
    ['%', ['new: %']],
    ['???', ['new: ???']],
  ])('to %j: %j', (typed, expected) => expect(offered(typed)).toEqual(expected));
});

it('The beginning of a long one is the whole of it, and a short one is what it is', () => {
  const long = `Campaign ${'x'.repeat(180)}`;
  expect(wholeSource(long.slice(0, 150), ['Web', long])).toBe(long);
  expect(wholeSource('Web', ['Webinar'])).toBe('Web');
  expect(wholeSource('y'.repeat(150), [long])).toBe('y'.repeat(150));
});
