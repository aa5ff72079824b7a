import { useRef, useState } from 'preact/hooks';
import type { PageFault } from '../../page-protocol.ts';
import { useFloating } from '../elements/floating.ts';
import { Icon } from '../elements/icon.tsx';
import { act } from '../state/api.ts';
import { useSession } from '../state/session.ts';

/** For the operator: break the workspace on purpose and see how the bot takes it. */
export function Faults() {
  const { workspace } = useSession();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useFloating<HTMLDivElement>(button, open, () => setOpen(false));
  if (workspace.faults.length === 0) return null;
  const active = workspace.faults.filter((fault) => fault.active).length;
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="top-button"
        aria-label="Faults"
        title="Faults"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="wrench" />
        {active > 0 && <span class="dot" aria-hidden="true" />}
      </button>
      {open && (
        <div
          ref={panel}
          popover="manual"
          class="menu faults"
          role="dialog"
          aria-label="Faults"
          tabIndex={-1}
          onKeyDown={leave}
        >
          <p class="faults-intro">Break things on purpose, and see what {workspace.app.name} makes of it.</p>
          {workspace.faults.map((fault) => (
            <FaultSwitch key={fault.id} fault={fault} />
          ))}
        </div>
      )}
    </>
  );
}

function FaultSwitch({ fault }: { fault: PageFault }) {
  const { me, notify } = useSession();
  const turn = async (active: boolean) => {
    const answer = await act({ kind: 'fault', user: me.id, id: fault.id, active });
    if (!answer.ok) notify(answer.message);
  };
  return (
    <label class="fault-switch">
      <input
        type="checkbox"
        role="switch"
        checked={fault.active}
        aria-checked={fault.active}
        onChange={(event) => void turn(event.currentTarget.checked)}
      />
      <span>
        <strong>{fault.label}</strong>
        <span class="muted">{fault.hint}</span>
      </span>
    </label>
  );
}
