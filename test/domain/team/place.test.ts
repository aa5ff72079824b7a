import { expect, it } from 'vitest';
import { channelAt, targetOf, targetsOf, unnamed } from '../../../src/domain/team/place.ts';

const NAMED = { leadsChannel: 'C_1', fieldChannel: null, marketingChannel: null, scorecardChannel: 'C_2' };

it('A place is its channel, and while none is named what no channel is called', () => {
  expect(targetOf(NAMED, 'leads')).toBe('C_1');
  expect(targetOf(NAMED, 'field')).toBe(unnamed('field'));
  expect(targetsOf(NAMED)).toEqual({
    ...{ leads: 'C_1', scorecard: 'C_2' },
    ...{ field: unnamed('field'), marketing: unnamed('marketing') },
  });
});

it('What stands for a channel is none: nobody is sent there', () => {
  expect(channelAt('C_1')).toBe('C_1');
  expect(channelAt(null)).toBeNull();
  expect(channelAt(unnamed('leads'))).toBeNull();
});
