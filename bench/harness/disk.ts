import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure.ts';

const TIMES = 50;

/** What the disk asks for a commit at this moment: on a machine that others use it decides what the bare route can do. */
export function fsyncMs(): number {
  const path = join(tmpdir(), `tango-fsync-${process.pid}`);
  const file = openSync(path, 'w');
  const page = Buffer.alloc(4096);
  const times = Array.from({ length: TIMES }, () => {
    writeSync(file, page);
    const start = performance.now();
    fsyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  rmSync(path);
  return median(times);
}
