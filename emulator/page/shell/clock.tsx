import { useState } from 'preact/hooks';
import type { PageControl } from '../../page-protocol.ts';
import { Icon } from '../elements/icon.tsx';
import { Menu } from '../elements/menu.tsx';
import { act } from '../state/api.ts';
import { momentOf } from '../state/dates.ts';
import { useSession } from '../state/session.ts';

/** The workspace's time for the person who looks, and what its host lets one do with it. */
export function Clock() {
  const { workspace, me, now, notify } = useSession();
  const [busy, setBusy] = useState(false);
  const run = async ({ id, label }: PageControl) => {
    setBusy(true);
    const answer = await act({ kind: 'control', user: me.id, id });
    setBusy(false);
    notify(answer.ok ? (answer.notice ?? `${label}: done.`) : answer.message);
  };
  const time = momentOf(now, me.timezone);
  if (workspace.controls.length === 0) {
    return (
      <span class="clock">
        <Icon name="clock" size={16} /> {time}
      </span>
    );
  }
  return (
    <Menu
      class={`clock${busy ? ' busy' : ''}`}
      label={`Time: ${time}`}
      title={`Your time (${me.timezone})`}
      face={
        <>
          <Icon name="clock" size={16} /> {time} <span aria-hidden="true">▾</span>
        </>
      }
      items={workspace.controls.map((control) => ({
        key: control.id,
        words: control.label,
        hint: control.hint,
        choose: () => void run(control),
      }))}
    />
  );
}
