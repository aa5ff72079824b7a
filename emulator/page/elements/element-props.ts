import type { SlackJson } from '../../page-protocol.ts';
import { type Json, str } from '../state/slack-json.ts';
import { useSurfaceContext } from '../state/surface.ts';

/** What every interactive element is handed: Slack's JSON of it and where it stands. */
export interface ElementProps {
  blockId: string;
  element: Json;
  /** Its accessible name: the field's label, or what its own placeholder says. */
  label: string;
  /** A change is sent to the app at once; false for a field of a form, which waits for the submit. */
  dispatches: boolean;
  /** Set when a `<label for>` stands beside it. */
  id?: string | undefined;
  /** Ids of the hint and the error that belong to the field. */
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
}

interface Field {
  value: Json;
  set(value: Json): void;
  /** Keeps the value without telling the app: letters on their way to becoming a word. */
  keep(value: Json): void;
}

export function useField({ blockId, element, dispatches }: ElementProps): Field {
  const surface = useSurfaceContext();
  const change = (value: Json, tells: boolean) =>
    surface.change({ blockId, element, value: typed(element, value), dispatches: tells });
  return {
    value: surface.values[blockId]?.[str(element, 'action_id')] ?? {},
    set: (value) => change(value, dispatches),
    keep: (value) => change(value, false),
  };
}

const typed = (element: Json, value: Json): SlackJson => ({ type: str(element, 'type'), ...value });
