/** Modals and the Home tab around their blocks. */
import type { HomeView, ModalView } from '@slack/types';
import type { TangoBlock } from './blocks.ts';
import { defined } from './props.ts';
import { plain } from './text.ts';

interface ModalOptions {
  callbackId: string;
  /** At most 24 characters, as submit and close. */
  title: string;
  blocks: readonly TangoBlock[];
  /** Required where there are inputs. */
  submit?: string;
  /** Left out: by whether something is to be sent. One that lies on another goes back to it, which `onTopOf` says and no view. */
  close?: 'Done';
  /** Travels with the view and back, at most 3,000 characters. */
  privateMetadata?: string;
  notifiesOnClose?: boolean;
}

export function modal(options: ModalOptions): ModalView {
  return defined({
    type: 'modal' as const,
    callback_id: options.callbackId,
    title: plain(options.title, 24),
    submit: options.submit ? plain(options.submit, 24) : undefined,
    close: plain(options.close ?? (options.submit ? 'Cancel' : 'Close'), 24),
    blocks: options.blocks.slice(0, 100),
    private_metadata: options.privateMetadata,
    notify_on_close: options.notifiesOnClose,
  });
}

/** Closed, it shows again what lies below. What is done is done all the same. */
export function closingBack(view: ModalView): ModalView {
  return view.close?.text === 'Done' ? view : { ...view, close: plain('Back', 24) };
}

export function home(blocks: readonly TangoBlock[]): HomeView {
  return { type: 'home', blocks: blocks.slice(0, 100) };
}
