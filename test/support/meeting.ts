/** Each waits for the others once; who comes again does not wait. */
export function meetingOf(count: number): () => Promise<void> {
  let come = 0;
  let open = () => {};
  const met = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= count) open();
    return met;
  };
}
