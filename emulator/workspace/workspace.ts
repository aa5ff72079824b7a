import type { TimeSource } from '../clock.ts';
import type { NewId } from '../ids.ts';
import { Conversations } from './conversations.ts';
import { Files } from './files.ts';
import { Messages } from './messages.ts';
import { People } from './people.ts';
import { ReadMarks } from './read-marks.ts';
import type { Seed } from './seed.ts';
import { StepRuns } from './step-runs.ts';
import { createTimestamps } from './timestamps.ts';
import { Views } from './views.ts';

/** One answered call of the Web API. */
export interface ApiCall {
  method: string;
  args: Record<string, unknown>;
  /** By the workspace's clock. */
  at: number;
  /** HTTP status and body; no status where the connection was cut or left hanging. */
  status?: number;
  answer?: Record<string, unknown>;
  /** A fault that was laid over it. */
  fault?: string;
}

/**
 * A Slack workspace: who is there, which conversations, what was said, which views are open. Holds state and keeps
 * it consistent; who may do what is decided by web-api and person.
 */
export class Workspace {
  readonly team: Seed['team'];
  readonly app: Seed['app'];
  readonly userGroups: NonNullable<Seed['userGroups']>;
  readonly people: People;
  readonly conversations: Conversations;
  readonly messages = new Messages();
  readonly views = new Views();
  readonly files = new Files();
  readonly readMarks = new ReadMarks();
  readonly stepRuns = new StepRuns();
  readonly calls: ApiCall[] = [];
  readonly newTs: () => string;

  constructor(seed: Seed, clock: TimeSource, newId: NewId) {
    this.team = seed.team;
    this.app = seed.app;
    this.userGroups = [...(seed.userGroups ?? [])];
    this.people = new People(seed);
    this.conversations = new Conversations(seed, newId, clock.now());
    this.newTs = createTimestamps(clock);
  }

  /** Calls of one method, oldest first. */
  callsOf(method: string): ApiCall[] {
    return this.calls.filter((call) => call.method === method);
  }
}
