import { expect, it } from 'vitest';
import { rejectsDm } from '../../../src/domain/announcements/rejects.ts';
import { MIA } from '../../support/people.ts';
import { sampleRejects } from '../../support/sample-rejects.ts';

it('The question goes to who was asked; where nobody was, to nobody', () => {
  expect(rejectsDm(sampleRejects())).toEqual({ kind: 'rejects_dm', ref: 'rejects_1', target: MIA });
  expect(rejectsDm(sampleRejects({ owner: null }))).toBe(null);
});
