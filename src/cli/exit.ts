/** Exit statuses that other programs rely on. */
export const EXIT = { done: 0, failed: 1, usage: 2, someRefused: 3 } as const;
