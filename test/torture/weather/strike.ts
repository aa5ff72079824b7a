import type { Stage } from '../stage.ts';

/** One fault, from its beginning to its end. */
export type Strike = (stage: Stage, chance: ReturnType<Stage['chanceFor']>) => Promise<void>;
