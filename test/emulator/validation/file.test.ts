import { expect, test } from 'vitest';
import { checkFile, LIMITS } from '../../../emulator/validation/index.ts';

test('a file has a name and a size', () => {
  expect(checkFile({ filename: 'scorecard.csv', length: 1 })).toEqual([]);
  expect(checkFile({ filename: '', length: 1 })).toMatchObject([{ code: 'invalid_arguments' }]);
  expect(checkFile({ filename: 'a.csv', length: 0 })).toMatchObject([{ pointer: '/length' }]);
  expect(checkFile({ filename: 'a.csv', length: Number.NaN })).toMatchObject([{ pointer: '/length' }]);
});

test('a file is not larger than Slack takes', () => {
  expect(checkFile({ filename: 'a.csv', length: LIMITS.file.bytes })).toEqual([]);
  expect(checkFile({ filename: 'a.csv', length: LIMITS.file.bytes + 1 })).toMatchObject([
    { code: 'file_upload_size_restricted' },
  ]);
});
