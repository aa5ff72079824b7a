import { expect, it } from 'vitest';
import { formAddress, reachOf } from '../../../src/domain/web-form/form-address.ts';

it('An address of this network, or none, is not one that forms can reach', () => {
  const local = [
    'http://localhost:3000',
    'https://127.0.0.1',
    'http://10.1.2.3',
    'https://172.20.0.1',
    'http://[::1]:3000',
    'https://tango',
  ];
  for (const url of local) expect([url, reachOf(url)]).toEqual([url, 'local']);
  expect(reachOf(null)).toBe('missing');
  expect(reachOf('http://tango.example.com')).toBe('unencrypted');
  for (const url of ['https://tango.example.com', 'https://172.64.0.1', 'https://10.example.com'])
    expect([url, reachOf(url)]).toEqual([url, 'public']);
});

it('What stands before the key is the public address, or a place for one', () => {
  expect(formAddress('https://tango.example.com/', 'k')).toBe('https://tango.example.com/intake/form/k');
  expect(formAddress(null, 'k')).toBe('https://YOUR.HOST/intake/form/k');
});
