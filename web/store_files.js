// The fixed set of store files, opened as sync access handles before SQLite starts.
// It must never delete or recreate a file, least of all because opening one failed.

export const store_file_names = [
  'log.db',
  'log.db-wal',
  'log.db-journal',
  'state.db',
  'state.db-wal',
  'state.db-journal',
];

const owner_file_name = 'owner';
const full = -1;
const failed = -2;
const retry_millis_first = 20;
const retry_millis_max = 400;

/** @param {number} millis */
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/**
 * A worker of a page that is just going away still holds its handles for a moment, so
 * opening is tried again for a while.
 * @param {FileSystemFileHandle} file
 * @param {number} patience_millis
 * @returns {Promise<FileSystemSyncAccessHandle>}
 */
async function open_patiently(file, patience_millis) {
  const give_up = performance.now() + patience_millis;
  for (let wait = retry_millis_first; ; wait = Math.min(wait * 2, retry_millis_max)) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      const busy = name === 'NoModificationAllowedError' || name === 'InvalidStateError';
      if (!busy || performance.now() > give_up) {
        throw error;
      }
      await pause(wait);
    }
  }
}

export class StoreFiles {
  /** @type {FileSystemSyncAccessHandle[]} */
  #handles = [];
  /** @type {FileSystemSyncAccessHandle | undefined} */
  #owner_file;
  #owner = 0;
  /** Called once when a write found no room. */
  on_full = () => {};

  /**
   * @param {FileSystemDirectoryHandle} directory
   * @param {number} patience_millis
   */
  static async open(directory, patience_millis = 10000) {
    const files = new StoreFiles();
    await files.#open(directory, patience_millis);
    files.#owner = Date.now() + Math.random();
    files.#owner_file?.write(new Float64Array([files.#owner]), { at: 0 });
    return files;
  }

  /**
   * Opens the same files again after close(). False when another page has used them
   * meanwhile: what SQLite remembers of them is then no longer true.
   * @param {FileSystemDirectoryHandle} directory
   * @param {number} patience_millis
   */
  async reopen(directory, patience_millis = 10000) {
    await this.#open(directory, patience_millis);
    const owner = new Float64Array(1);
    this.#owner_file?.read(owner, { at: 0 });
    return owner[0] === this.#owner;
  }

  close() {
    for (const handle of [...this.#handles, this.#owner_file]) {
      handle?.close();
    }
    this.#handles = [];
    this.#owner_file = undefined;
  }

  /** True when the store holds anything at all. */
  has_content() {
    return this.#handles.some((handle) => handle.getSize() > 0);
  }

  /** @param {string} name */
  slot(name) {
    return store_file_names.indexOf(name);
  }

  /** @param {number} slot @param {Uint8Array} to @param {number} offset */
  read(slot, to, offset) {
    return this.#answer(() => this.#handles[slot].read(to, { at: offset }));
  }

  /** @param {number} slot @param {Uint8Array} from @param {number} offset */
  write(slot, from, offset) {
    const put = this.#answer(() => this.#handles[slot].write(from, { at: offset }));
    if (put === full || (put >= 0 && put < from.length)) {
      this.on_full();
    }
    return put;
  }

  /** @param {number} slot @param {number} size */
  truncate(slot, size) {
    return this.#answer(() => {
      this.#handles[slot].truncate(size);
      return 0;
    });
  }

  /** @param {number} slot */
  flush(slot) {
    return this.#answer(() => {
      this.#handles[slot].flush();
      return 0;
    });
  }

  /** @param {number} slot */
  size(slot) {
    return this.#answer(() => this.#handles[slot].getSize());
  }

  /** @param {FileSystemDirectoryHandle} directory @param {number} patience_millis */
  async #open(directory, patience_millis) {
    try {
      for (const name of [...store_file_names, owner_file_name]) {
        const file = await directory.getFileHandle(name, { create: true });
        const handle = await open_patiently(file, patience_millis);
        if (name === owner_file_name) {
          this.#owner_file = handle;
        } else {
          this.#handles.push(handle);
        }
      }
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** @param {() => number} act */
  #answer(act) {
    try {
      return act();
    } catch (error) {
      console.error('store file', error);
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? full : failed;
    }
  }
}
