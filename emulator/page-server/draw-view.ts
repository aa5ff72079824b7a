import { asText } from '../json.ts';
import type { PageView } from '../page-protocol.ts';
import type { View } from '../workspace/views.ts';

export function drawView(view: View): PageView {
  return {
    id: view.id,
    hash: view.hash,
    type: view.type,
    callbackId: view.callbackId,
    title: asText(view.title.text),
    ...(view.submit === null ? {} : { submit: asText(view.submit.text) }),
    ...(view.close === null ? {} : { close: asText(view.close.text) }),
    blocks: view.blocks,
    privateMetadata: view.privateMetadata,
    notifyOnClose: view.notifyOnClose,
  };
}
