import type { Faults } from '../faults.ts';
import type { PageControl, PageWorkspace } from '../page-protocol.ts';
import type { Slack } from '../slack.ts';

/** A button that the host of the emulator adds to the page; what `run` resolves with is shown as a notice. */
export interface Control extends PageControl {
  run(user: string): string | undefined | Promise<string | undefined>;
}

/** What the page is served from. */
export interface PageHost {
  slack: Slack;
  faults: Faults;
  controls: Control[];
  guide: PageWorkspace['guide'];
}
