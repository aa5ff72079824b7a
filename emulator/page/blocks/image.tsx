import { useState } from 'preact/hooks';
import { type Json, obj, str, words } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';

export function ImageBlock({ block }: BlockProps) {
  const title = words(block, 'title');
  return (
    <figure class="block-image">
      {title && <figcaption>{title}</figcaption>}
      <Picture image={block} />
    </figure>
  );
}

export function FileBlock({ block }: BlockProps) {
  return <p class="unknown">A file from elsewhere: {str(block, 'external_id')}</p>;
}

/** A picture by address or by uploaded file; without it, the words that stand for it. */
export function Picture({ image, small }: { image: Json; small?: boolean }) {
  const [failed, setFailed] = useState(false);
  const url = str(image, 'image_url') || uploadedUrl(obj(image, 'slack_file'));
  const alt = str(image, 'alt_text');
  if (failed || !/^(https?:|\/|data:image\/)/.test(url)) {
    return <span class={small ? 'picture-missing small' : 'picture-missing'}>{alt || 'Picture'}</span>;
  }
  return (
    <img
      class={small ? 'picture small' : 'picture'}
      src={url}
      alt={alt}
      loading="lazy"
      onError={() => setFailed(true)}
    />
  );
}

/** A file kept in this workspace, named by its id or by the address that Slack gave it. */
function uploadedUrl(file: Json | undefined): string {
  const id = str(file, 'id') || str(file, 'url').match(/\/files-pri\/([^/]+)/)?.[1];
  return id ? `/page/api/files/${encodeURIComponent(id)}` : '';
}
