import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { PageActResult, PageStateValues, SlackJson } from '../../page-protocol.ts';
import { type Changed, fieldKey, stateValues } from './form.ts';
import { type Json, obj, str } from './slack-json.ts';

/** One press of a button or one choice: where it happened and Slack's payload of it. */
interface Press {
  blockId: string;
  action: SlackJson;
}

/** The thing that carries blocks (a message, a modal, a Home): holds what was entered and sends what was pressed. */
export interface Surface {
  kind: 'message' | 'modal' | 'home';
  values: PageStateValues;
  errors: Readonly<Record<string, string>>;
  /** The press that the app has not answered yet. */
  busy: string | null;
  problem: { blockId: string; message: string } | null;
  /** A press that waits for "Are you sure?". */
  asking: { confirm: Json; yes: () => void; no: () => void } | null;
  viewId: string;
  change(field: { blockId: string; element: Json; value: SlackJson; dispatches: boolean }): void;
  press(press: Press, element: Json): void;
}

export const SurfaceContext = createContext<Surface | null>(null);

export function useSurfaceContext(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('Blocks are drawn outside a surface.');
  return surface;
}

export interface SurfaceOptions {
  kind: Surface['kind'];
  blocks: readonly SlackJson[];
  dispatch(press: Press, state: PageStateValues): Promise<PageActResult>;
  errors?: Readonly<Record<string, string>>;
  viewId?: string;
}

export function useSurface(options: SurfaceOptions): Surface {
  const [changed, setChanged] = useState<Changed>({});
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Surface['problem']>(null);
  const [asking, setAsking] = useState<Surface['asking']>(null);

  const send = async (press: Press, now: Changed) => {
    setBusy(fieldKey(press.blockId, str(press.action, 'action_id')));
    setProblem(null);
    const answer = await options.dispatch(press, stateValues(options.blocks, now));
    setBusy(null);
    if (!answer.ok) setProblem({ blockId: press.blockId, message: answer.message });
  };
  const ask = (element: Json, yes: () => void) => {
    const confirm = obj(element, 'confirm');
    if (!confirm) return yes();
    const close = () => setAsking(null);
    const agreed = () => {
      close();
      yes();
    };
    setAsking({ confirm, yes: agreed, no: close });
  };
  const change: Surface['change'] = ({ blockId, element, value, dispatches }) => {
    const key = fieldKey(blockId, str(element, 'action_id'));
    const next = { ...changed, [key]: value };
    const action = { ...value, action_id: str(element, 'action_id') };
    if (!dispatches) return setChanged((last) => ({ ...last, [key]: value }));
    ask(element, () => {
      setChanged((last) => ({ ...last, [key]: value }));
      void send({ blockId, action }, next);
    });
  };
  return {
    kind: options.kind,
    values: stateValues(options.blocks, changed),
    errors: options.errors ?? {},
    viewId: options.viewId ?? '',
    busy,
    problem,
    asking,
    change,
    press: (press, element) => ask(element, () => void send(press, changed)),
  };
}
