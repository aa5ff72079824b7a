import type { PageFile } from '../../page-protocol.ts';
import { Icon } from '../elements/icon.tsx';

export function Files({ files }: { files: readonly PageFile[] }) {
  if (files.length === 0) return null;
  return (
    <div class="files">
      {files.map((file) =>
        /^image\/(png|jpeg|gif|webp)$/.test(file.mimetype) ? (
          <a key={file.id} href={file.url} target="_blank" rel="noopener noreferrer">
            <img class="picture" src={file.url} alt={file.name} loading="lazy" />
          </a>
        ) : (
          <a key={file.id} class="file" href={file.url} download={file.name}>
            <Icon name="file" />
            <span>
              <strong>{file.name}</strong>
              <span class="muted">{sizeOf(file.size)}</span>
            </span>
          </a>
        ),
      )}
    </div>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
