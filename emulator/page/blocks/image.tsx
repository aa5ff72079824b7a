import { useState } from 'preact/hooks';
import { type Json, obj, str, words } from '../state/slack-json.ts';
import { useSurfaceContext } from '../state/surface.ts';
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
  const { files } = useSurfaceContext();
  const slackFile = obj(image, 'slack_file');
  const url =
    str(image, 'image_url') ||
    str(slackFile, 'url') ||
    (files.find((file) => file.id === str(slackFile, 'id'))?.url ?? '');
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
