// What the page itself remembers about the store: a sentinel outside OPFS that says there
// was one, and whether the browser promised to keep it.
import { event_kind } from './messages.js';

const sentinel_key = 'linli-store';
const language_key = 'linli-language';

const read = (/** @type {string} */ key) => {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
};

const write = (/** @type {string} */ key, /** @type {string} */ value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without it a lost store is not noticed, which is no reason to stop.
  }
};

export const sentinel = () => read(sentinel_key);
export const remember_sentinel = (/** @type {string} */ text) => write(sentinel_key, text);
export const remembered_language = () => read(language_key);
export const remember_language = (/** @type {string} */ tag) => write(language_key, tag);

/** @returns {Promise<import('./messages.js').Answer>} */
export async function ask_persistence() {
  const storage = navigator.storage;
  if (!storage?.persist) {
    return { kind: event_kind.failed, code: 'not_supported' };
  }
  const kept = (await storage.persisted()) || (await storage.persist());
  const { usage, quota } = await storage.estimate();
  return {
    kind: event_kind.storage,
    number: usage ?? 0,
    number2: quota ?? 0,
    text: kept ? 'persisted' : 'not',
  };
}
