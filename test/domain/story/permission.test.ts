import { describe, expect, it } from 'vitest';
import { isPermitted, permissionsOf } from '../../../src/domain/story/permission.ts';
import { sampleTelling } from '../../support/sample-insight.ts';

describe('telling a story', () => {
  it('permits a use up to and including its last day', () => {
    const { logo } = permissionsOf(sampleTelling().permissions);
    expect([isPermitted(logo, '2027-12-31'), isPermitted(logo, '2028-01-01')]).toEqual([true, false]);
  });
});
