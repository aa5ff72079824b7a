import { expect, it } from 'vitest';
import { ClosedPlaces } from '../../src/outbox/closed-places.ts';

it('A place that is closed opens at its time, and a post waits for its channel and for all posts', () => {
  const places = new ClosedPlaces();
  const at = (...names: string[]) => places.opensAt(new Set(names), 100);
  expect(at('post:C_LEADS')).toBe(100);
  places.close('post:C_LEADS', 150);
  expect([at('post:C_LEADS'), at('post:C_FIELD'), at('edit')]).toEqual([150, 100, 100]);
  places.close('post', 200);
  expect([at('post:C_LEADS'), at('post:C_FIELD'), at('edit')]).toEqual([200, 200, 100]);
  expect(at('post:C_LEADS', 'edit')).toBe(100);
});

it('News from anywhere waits for nothing, nor does anything after a clock has gone back', () => {
  const places = new ClosedPlaces();
  places.close('edit', 500);
  expect(places.opensAt(null, 100)).toBe(100);
  expect(places.opensAt(new Set(['edit']), 500)).toBe(500);
  places.close('edit', 900);
  places.close('edit', 600);
  expect(places.opensAt(new Set(['edit']), 550)).toBe(600);
  places.clear();
  expect(places.opensAt(new Set(['edit']), 100)).toBe(100);
});
