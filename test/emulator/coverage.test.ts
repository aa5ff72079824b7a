import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COVERAGE } from '../../emulator/coverage.ts';
import { METHODS } from '../../emulator/web-api/methods.ts';
import { clientOf, refusal, testWorkspace } from './support/workspace.ts';

it('the table of coverage names exactly the methods that are answered', () => {
  const answered = Object.entries(COVERAGE).filter(([, { status }]) => status !== 'missing');
  expect(answered.map(([method]) => method).sort()).toEqual(Object.keys(METHODS).sort());
});

it('every answered method names a test that is there', () => {
  for (const [method, { status, testedBy }] of Object.entries(COVERAGE)) {
    if (status === 'missing') continue;
    expect(existsSync(new URL(testedBy ?? 'nothing', import.meta.url)), method).toBe(true);
  }
});

it('a missing method is refused as unknown, with 200', async () => {
  const { emulator, client } = await testWorkspace();
  for (const [method, { status }] of Object.entries(COVERAGE)) {
    if (status === 'missing') expect(await refusal(client.apiCall(method))).toBe('unknown_method');
  }
  expect(await refusal(clientOf(emulator).apiCall('chat.fly'))).toBe('unknown_method');
});
