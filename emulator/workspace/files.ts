export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  user: string;
  content: Buffer;
  /** Epoch milliseconds. */
  created: number;
  /** Where it was shared. */
  channels: string[];
  altText?: string;
  /** Left out: Slack holds its bytes. A snippet is text typed into Slack, an external one lies with another app. */
  mode?: 'snippet' | 'external';
}

/** A place to upload to, given out before the bytes arrive. */
export interface UploadSlot {
  id: string;
  name: string;
  length: number;
  altText?: string;
  content?: Buffer;
}

export class Files {
  readonly #files = new Map<string, StoredFile>();
  readonly #slots = new Map<string, UploadSlot>();

  reserve(slot: UploadSlot): void {
    this.#slots.set(slot.id, slot);
  }

  slot(id: string): UploadSlot | undefined {
    return this.#slots.get(id);
  }

  store(file: StoredFile): StoredFile {
    this.#slots.delete(file.id);
    this.#files.set(file.id, file);
    return file;
  }

  /** By whom it belongs to: the messages that carried it stay. */
  delete(id: string): void {
    this.#files.delete(id);
  }

  find(id: string): StoredFile | undefined {
    return this.#files.get(id);
  }
}
