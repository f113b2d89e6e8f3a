// The device's key: Ed25519, made and kept by the browser, never extractable. One per
// space of this browser, in IndexedDB. Nothing else may sign.

const database_name = 'linli-keys';
const store_name = 'keys';
const key_name = 'device';

/** @returns {Promise<IDBDatabase>} */
function open_database() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database_name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store_name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(keys: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>}
 */
async function in_database(mode, act) {
  const database = await open_database();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store_name, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(store_name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** @param {ArrayBuffer | Uint8Array} bytes */
export function to_hex(bytes) {
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  return Array.from(view, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {string} hex */
export function from_hex(hex) {
  return new Uint8Array((hex.match(/../g) ?? []).map((pair) => parseInt(pair, 16)));
}

export class Keys {
  /** @type {CryptoKeyPair | undefined} */
  #pair;

  /**
   * The public key as hex; the same again when one exists, unless a fresh one is asked for.
   * @param {boolean} [fresh]
   */
  async make(fresh = false) {
    if (fresh) {
      await in_database('readwrite', (keys) => keys.delete(key_name));
    }
    this.#pair = await this.#load();
    if (!this.#pair) {
      const made = /** @type {CryptoKeyPair} */ (
        await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
      );
      // Two pages may be here at once: what was stored first is the key of this browser.
      await in_database('readwrite', (keys) => keys.add(made, key_name)).catch(() => {});
      this.#pair = await this.#load();
    }
    if (!this.#pair) {
      throw new Error('the key was not kept');
    }
    return to_hex(await crypto.subtle.exportKey('raw', this.#pair.publicKey));
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} the signature as hex */
  async sign(bytes) {
    this.#pair ??= await this.#load();
    if (!this.#pair) {
      throw new DOMException('no key', 'NotFoundError');
    }
    return to_hex(await crypto.subtle.sign('Ed25519', this.#pair.privateKey, bytes));
  }

  /** The replica's name follows from its key (docs/formats/bundle.md). */
  async replica() {
    const public_key = await this.make();
    const bytes = new TextEncoder().encode(`linli.replica/1\n${public_key}`);
    return `r_${to_hex(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 32)}`;
  }

  /** @returns {Promise<CryptoKeyPair | undefined>} */
  #load() {
    return in_database('readonly', (keys) => keys.get(key_name));
  }
}

/**
 * PBKDF2-SHA-256, 32 bytes as hex.
 * @param {Uint8Array<ArrayBuffer>} secret @param {string} salt_hex @param {number} rounds
 */
export async function derive_key(secret, salt_hex, rounds) {
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: from_hex(salt_hex), iterations: rounds };
  return to_hex(await crypto.subtle.deriveBits(parameters, material, 256));
}
