import type { HomeView, ModalView } from '@slack/types';
import type { MessageView } from '../views/kit/message-view.ts';

export type GalleryEntry = { name: string } & (
  | { message: MessageView }
  | { modal: ModalView }
  | { home: HomeView }
);

/** What somebody outside wrote, on its way into a sample: a test puts something worse in its place. */
export type Said = (text: string) => string;
