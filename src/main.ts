import { load } from './bundle/load.js';

const { runProgram } = await load('bot', () => import('./program.ts'));
await runProgram();
