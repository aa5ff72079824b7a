import { useState } from 'preact/hooks';
import { upload } from '../state/api.ts';
import { useSession } from '../state/session.ts';
import { list, num, str, strings } from '../state/slack-json.ts';
import { Chip } from './chip.tsx';
import { type ElementProps, useField } from './element-props.ts';

export function FileInput(props: ElementProps) {
  const { me } = useSession();
  const { value, keep } = useField(props);
  const [state, setState] = useState<'idle' | 'busy' | string>('idle');
  const files = list(value, 'files');
  const most = num(props.element, 'max_files') ?? 10;
  const take = async (chosen: readonly File[]) => {
    setState('busy');
    try {
      const added = await Promise.all(
        chosen.slice(0, most - files.length).map((file) => upload(me.id, file)),
      );
      keep({ files: [...files, ...added.map(({ id, name }) => ({ id, name }))] });
      setState('idle');
    } catch (error) {
      setState(error instanceof Error ? error.message : 'The file could not be uploaded.');
    }
  };
  return (
    <div class="file-input">
      <input
        id={props.id}
        type="file"
        multiple={most > 1}
        accept={
          strings(props.element, 'filetypes')
            .map((kind) => `.${kind}`)
            .join(',') || undefined
        }
        disabled={state === 'busy' || files.length >= most}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          // Emptied, so that the same file can be chosen again after it was removed.
          event.currentTarget.value = '';
          void take(chosen);
        }}
      />
      {state === 'busy' && <span class="muted">Uploading…</span>}
      {state !== 'busy' && state !== 'idle' && <p class="field-error">{state}</p>}
      <ul class="file-list">
        {files.map((file) => (
          <li key={str(file, 'id')}>
            <Chip
              words={str(file, 'name')}
              remove={() => keep({ files: files.filter((one) => one !== file) })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
