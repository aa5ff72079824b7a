import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  show(done: number, inAll: number): void;
  end(): void;
}

/** On stderr, so that the report can be piped; and only where a person looks on, unless forced. */
export function startProgress(isForced: boolean): Progress {
  if (!process.stderr.isTTY && !isForced) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} % | {value}/{total} rows | {eta_formatted} left',
      stream: process.stderr,
      noTTYOutput: isForced,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let isShown = false;
  return {
    show(done, inAll) {
      if (!isShown) bar.start(inAll, 0);
      isShown = true;
      bar.update(done);
    },
    end() {
      if (isShown) bar.stop();
    },
  };
}
