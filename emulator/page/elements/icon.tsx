const PATHS = {
  hash: 'M7 3 5.5 17M14.5 3 13 17M3.5 7.5h14M2.5 12.5h14',
  lock: 'M5.5 9h9v7.5h-9zM7 9V6.5a3 3 0 0 1 6 0V9',
  more: 'M4 10h.01M10 10h.01M16 10h.01',
  back: 'M12.5 4 6.5 10l6 6',
  close: 'M5 5l10 10M15 5 5 15',
  reply: 'M3.5 4.5h13v9H9l-3.5 3v-3h-2z',
  send: 'M3 10 17 3.5 13 17l-3-5.5z',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4l2.5 2',
  guide: 'M4 4h5a1 1 0 0 1 1 1 1 1 0 0 1 1-1h5v11h-5a1 1 0 0 0-1 1 1 1 0 0 0-1-1H4zM10 5v11',
  wrench: 'M13.5 3.5a4 4 0 0 0-4.6 5.3L3.5 14.2l2.3 2.3 5.4-5.4a4 4 0 0 0 5.3-4.6l-2.4 2.4-2.3-.7-.7-2.3z',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M4.3 15.7l1.4-1.4M14.3 5.7l1.4-1.4',
  moon: 'M15.5 12.5A6.5 6.5 0 0 1 7.5 4.5a6.5 6.5 0 1 0 8 8z',
  plus: 'M10 4v12M4 10h12',
  eye: 'M2.5 10S5.5 5 10 5s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  file: 'M5.5 3h6l3 3v11h-9zM11.5 3v3h3',
  clip: 'M14.5 8.5 9 14a2.5 2.5 0 0 1-3.5-3.5l6-6a1.7 1.7 0 0 1 2.4 2.4l-5.6 5.6',
  bolt: 'M11 2.5 4.5 11.5H9.5l-.5 6 6.5-9H10.5z',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the control that carries it has its own name. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={`icon icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
