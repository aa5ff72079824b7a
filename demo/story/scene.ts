import type { Context } from '../../src/usecases/context.ts';

/** Something that somebody does at an instant of the story. */
export interface Scene {
  /** Epoch ms. */
  at: number;
  play(ctx: Context): Promise<unknown>;
}
