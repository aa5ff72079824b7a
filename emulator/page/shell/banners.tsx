import { useSession } from '../state/session.ts';

/** What is wrong with the place as a whole, in one line each. */
export function Banners({ connected }: { connected: boolean }) {
  const { workspace } = useSession();
  const faults = workspace.faults.filter((fault) => fault.active);
  return (
    <>
      {!connected && (
        <p class="banner" role="alert">
          The workspace cannot be reached. This page reconnects by itself.
        </p>
      )}
      {connected && !workspace.botConnected && (
        <p class="banner" role="status">
          {workspace.app.name} is not connected: its buttons and commands will not answer until it is back.
        </p>
      )}
      {faults.length > 0 && (
        <p class="banner fault" role="status">
          On purpose: {faults.map((fault) => fault.label).join(' · ')}
        </p>
      )}
    </>
  );
}
