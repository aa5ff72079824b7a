import type { ComponentChildren } from 'preact';

/** The one line of a pane that has nothing to show (yet). */
export function Notice({ children }: { children: ComponentChildren }) {
  return (
    <div class="notice" role="status">
      <p>{children}</p>
    </div>
  );
}
