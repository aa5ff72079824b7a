import { useState } from 'preact/hooks';
import type { PageActResult } from '../../page-protocol.ts';
import { act, upload } from '../state/api.ts';
import { useSession } from '../state/session.ts';
import { splitCommand, suggestionsFor, withTokens } from './composing.ts';

/** The text on its way: what could be meant, what the keys do, where it goes. */
export function useComposing(channel: string, thread: string | undefined) {
  const { workspace } = useSession();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const deliver = useDelivery(channel, thread);
  const found = dismissed ? [] : suggestionsFor(text, workspace);
  const write = (next: string) => {
    setText(next);
    setActive(0);
    setDismissed(false);
    setProblem('');
  };
  const send = async () => {
    const written = text.trim();
    if (written === '') return;
    write('');
    const answer = await deliver(written);
    if (answer.ok) return;
    setProblem(answer.message);
    // What was refused comes back to be mended, unless something new is being written already.
    setText((now) => now || written);
  };
  const steer = (event: KeyboardEvent) => {
    const suggestion = found[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const completes = suggestion && suggestion.completed.trim() !== text.trim();
    if (found.length > 0 && step) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (completes && (event.key === 'Tab' || event.key === 'Enter')) {
      event.preventDefault();
      write(suggestion.completed);
    } else if (event.key === 'Escape') {
      setDismissed(true);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void send();
    }
  };
  const { me } = useSession();
  /** As dropped into the window: they go at once, with what is written so far. */
  const attach = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const uploaded = await Promise.all(files.map((file) => upload(me.id, file)));
    const ids = uploaded.map(({ id }) => id);
    const answer = await act({
      kind: 'say',
      user: me.id,
      channel,
      ...(thread && { thread }),
      text: withTokens(text.trim(), workspace),
      files: ids,
    });
    if (answer.ok) write('');
    else setProblem(answer.message);
  };
  return { text, problem, active, found, write, send, steer, attach };
}

function useDelivery(channel: string, thread: string | undefined): (text: string) => Promise<PageActResult> {
  const { me, workspace } = useSession();
  return async (written) => {
    const command = splitCommand(written);
    if (!command) {
      const text = withTokens(written, workspace);
      return act({ kind: 'say', user: me.id, channel, ...(thread && { thread }), text });
    }
    if (thread) return refused('Commands do not work in threads.');
    if (!workspace.commands.some((known) => known.command === command.command)) {
      return refused(`${command.command} is not a command here.`);
    }
    return act({ kind: 'command', user: me.id, channel, ...command });
  };
}

const refused = (message: string): PageActResult => ({ ok: false, error: 'refused', message });
