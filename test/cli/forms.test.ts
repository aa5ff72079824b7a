import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';

it('Forms are made, listed, given another address and removed; the address is shown once', async () => {
  const tango = commandLine({ PUBLIC_URL: 'https://tango.example.com/' });
  const made = await tango('forms', 'add', 'Contact page', '--source', 'Website');
  expect(made).toMatchObject({ status: 0, stderr: '' });
  expect(made.stdout).toMatch(/^ {2}https:\/\/tango\.example\.com\/intake\/form\/[0-9a-f]{36}$/m);
  expect(made.stdout).not.toContain('PUBLIC_URL');
  const key = made.stdout.match(/form\/(\w+)/)?.[1] ?? '';
  const listed = await tango('forms');
  expect(listed.stdout).toMatch(/Contact page.*Website.*0.*none so far/);
  expect(listed.stdout).not.toContain(key);
  const renewed = await tango('forms', 'key', 'contact page');
  expect(renewed.stdout).toMatch(/form\/[0-9a-f]{36}$/m);
  expect(renewed.stdout).not.toContain(key);
  expect((await tango('forms', 'remove', 'Contact-Page')).stdout).toContain('Its leads stay.');
  expect((await tango('forms')).stdout).toContain('No forms.');
});

it('A form without a name, a source or a free name is refused', async () => {
  const tango = commandLine();
  expect(await tango('forms', 'add', 'Contact page')).toMatchObject({ status: 2 });
  await tango('forms', 'add', 'Contact page', '--source', 'Website');
  const twice = await tango('forms', 'add', 'contact page', '--source', 'Website');
  expect(twice).toMatchObject({ status: 1, stderr: 'tango: There is a form called contact page already.\n' });
  const unknown = await tango('forms', 'remove', 'Fair');
  expect(unknown).toMatchObject({ status: 1, stderr: 'tango: There is no such form, or it was removed.\n' });
});

it('Without an address that the world reaches it says so, and how to get one', async () => {
  const told = async (PUBLIC_URL?: string) =>
    (await commandLine(PUBLIC_URL ? { PUBLIC_URL } : {})('forms', 'add', 'Fair', '--source', 'Fair')).stdout;
  expect(await told()).toMatch(
    /https:\/\/YOUR\.HOST\/intake\/form\/\w+[\s\S]*PUBLIC_URL is not set[\s\S]*Socket Mode/,
  );
  expect(await told('http://192.168.1.5:3000')).toContain('an address of this network');
  expect(await told('http://tango.example.com')).toContain('begins with http://');
});

it('A secret for signatures is shown once, needs a key to be stored, and can be done without', async () => {
  const keyless = commandLine();
  await keyless('forms', 'add', 'Fair', '--source', 'Fair');
  const refused = await keyless('forms', 'sign', 'Fair');
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('TANGO_KEY is not set') });
  const tango = commandLine({ TANGO_KEY: 'k'.repeat(32) });
  await tango('forms', 'add', 'Fair', '--source', 'Fair');
  const signed = await tango('forms', 'sign', 'fair');
  expect(signed.stdout).toMatch(/^ {2}[0-9a-f]{36}$/m);
  expect(signed.stdout).toContain('X-Tango-Signature');
  expect((await tango('forms')).stdout).toMatch(/Fair.*yes/);
  expect((await tango('forms', 'sign', 'Fair', '--off')).stdout).toContain('asks for no signature');
});
