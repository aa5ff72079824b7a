import { describe, expect, it } from 'vitest';
import { Buckets } from '../../../src/intake/doors/buckets.ts';
import { Latest } from '../../../src/intake/doors/latest.ts';
import { isLoopback, networkOf } from '../../../src/intake/doors/network.ts';
import { TUESDAY_10 as NOW } from '../../support/time.ts';

const FIVE = { burst: 5, perSecond: 2 };

function takes(buckets: Buckets, key: string, times: number, now = NOW): number {
  return Array.from({ length: times }, () => buckets.take(key, now)).filter((wait) => wait === 0).length;
}

describe('a bucket', () => {
  it('lets a burst pass and then so many a second, and says how long to wait', () => {
    const buckets = new Buckets(FIVE);
    expect(takes(buckets, 'a', 9)).toBe(5);
    expect(buckets.take('a', NOW)).toBe(500);
    expect(buckets.wait('a', NOW + 499)).toBe(1);
    expect(takes(buckets, 'a', 9, NOW + 500)).toBe(1);
    expect(takes(buckets, 'a', 9, NOW + 60_000)).toBe(5);
    expect(takes(buckets, 'b', 9)).toBe(5);
  });

  it('is asked without being emptied', () => {
    const buckets = new Buckets(FIVE);
    for (let n = 0; n < 20; n++) expect(buckets.wait('a', NOW)).toBe(0);
    expect(takes(buckets, 'a', 9)).toBe(5);
  });

  it('keeps nobody out when the clock goes back', () => {
    const buckets = new Buckets(FIVE);
    takes(buckets, 'a', 5);
    const yesterday = NOW - 86_400_000;
    expect(takes(buckets, 'a', 9, yesterday)).toBe(5);
    expect(takes(buckets, 'a', 9, yesterday + 500)).toBe(1);
  });
});

it('of all keys no more are kept than so many: the one that was used longest ago makes room', () => {
  const latest = new Latest(1_000);
  for (let n = 0; n < 1_000; n++) latest.set(`${n}`, n);
  latest.set('0', 0);
  for (let n = 1_000; n < 1_999; n++) latest.set(`${n}`, n);
  expect([latest.size, latest.get('0'), latest.get('1'), latest.get('1998')]).toEqual([
    1_000,
    0,
    undefined,
    1998,
  ]);
  const many = new Latest();
  for (let n = 0; n < 50_000; n++) many.set(`${n}`, n);
  expect(many.size).toBe(10_000);
});

describe('who shares a bucket', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'],
    ['', ''],
    ['x'.repeat(10_000), ''],
    ['192.0.2.7, 192.0.2.8', ''],
  ])('%s is %s: a line has a whole network of IPv6 addresses', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('this machine itself is told apart from others', () => {
    expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual(
      Array(4).fill(true),
    );
    expect(['128.0.0.1', '10.0.0.1', '::2', '1127.0.0.1', ''].map(isLoopback)).toEqual(Array(5).fill(false));
  });
});
