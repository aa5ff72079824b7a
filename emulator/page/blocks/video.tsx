import { str, words } from '../state/slack-json.ts';
import type { BlockProps } from './block-props.ts';
import { Link } from './link.tsx';

/** The video itself is not played here; what it is and where it leads is shown. */
export function VideoBlock({ block }: BlockProps) {
  return (
    <figure class="block-video">
      <div class="block-video-screen" role="img" aria-label={str(block, 'alt_text')}>
        <span aria-hidden="true">▶</span>
      </div>
      <figcaption>
        <Link url={str(block, 'title_url') || str(block, 'video_url')}>
          {words(block, 'title') || 'Video'}
        </Link>
        <div class="muted">{words(block, 'description')}</div>
      </figcaption>
    </figure>
  );
}
