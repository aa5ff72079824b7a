/** Slack's own rules for what it is sent: schemas, limits and surfaces, answered in Slack's words. */
export { checkFile } from './file.ts';
export { LIMITS } from './limits.ts';
export { checkManifest } from './manifest.ts';
export { checkMessage, cutText } from './message.ts';
export type { Problem } from './problem.ts';
export { checkView } from './view.ts';
