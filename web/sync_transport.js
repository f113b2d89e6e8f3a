// Carries the sync driver's calls to the hub: signs them, packs them, ends them when
// they take too long. It decides nothing: every answer, however odd, goes back as data.
import { event_kind } from './messages.js';
import { to_hex } from './keys.js';

const answer_bytes_max = 16 * 1024 * 1024;
const silence_millis_max = 40000;
const headers_that_matter = ['retry-after', 'content-type', 'date', 'linli-have', 'linli-size'];

/** @typedef {import('./messages.js').Answer} Answer */

/**
 * @typedef {object} HubCall
 * @property {string} method
 * @property {string} path
 * @property {Uint8Array<ArrayBuffer>} body
 * @property {boolean} gzip
 * @property {boolean} sign
 * @property {string} at time to sign with when the device's clock is wrong
 * @property {string} setup_code
 * @property {number} timeout_millis
 */

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function gzip(bytes) {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

export class SyncTransport {
  #keys;
  #hub;
  /** @type {AbortController | undefined} */
  #listening;

  /**
   * @param {import('./keys.js').Keys} keys
   * @param {string} hub address that paths are appended to
   */
  constructor(keys, hub) {
    this.#keys = keys;
    this.#hub = hub;
  }

  /** @param {HubCall} call @returns {Promise<Answer>} */
  async call(call) {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), call.timeout_millis);
    try {
      const body = call.gzip ? await gzip(call.body) : call.body;
      const headers = new Headers();
      if (call.gzip) {
        headers.set('content-encoding', 'gzip');
      }
      if (call.setup_code) {
        headers.set('linli-setup-code', call.setup_code);
      }
      if (call.sign) {
        headers.set('authorization', await this.#authorization(call, body));
      }
      const response = await fetch(this.#address(call.path), {
        method: call.method,
        headers,
        body: body.length > 0 ? body : undefined,
        signal: abort.signal,
        cache: 'no-store',
        redirect: 'manual',
        credentials: 'omit',
      });
      const bytes = await read_at_most(response, answer_bytes_max);
      const head = headers_that_matter
        .filter((name) => response.headers.has(name))
        .map((name) => `${name}: ${response.headers.get(name)}`)
        .join('\n');
      return { kind: event_kind.http, status: response.status, text: bytes, head };
    } catch (error) {
      return { kind: event_kind.failed, code: this.#why(error, abort.signal.aborted) };
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Listens to the moves of the head until told to stop or the stream ends.
   * @param {string} path empty = stop
   * @param {(data: string) => void} on_head
   * @returns {Promise<Answer>}
   */
  async listen(path, on_head) {
    this.#listening?.abort();
    if (!path) {
      return { kind: event_kind.done };
    }
    const abort = new AbortController();
    this.#listening = abort;
    let silence = 0;
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => abort.abort(), silence_millis_max);
    };
    try {
      heard();
      const call = { method: 'GET', path, at: '' };
      const authorization = await this.#authorization(call, new Uint8Array(0));
      const response = await fetch(this.#address(path), {
        headers: { authorization, accept: 'text/event-stream' },
        signal: abort.signal,
        cache: 'no-store',
        redirect: 'manual',
        credentials: 'omit',
      });
      const type = response.headers.get('content-type') ?? '';
      if (!response.ok || !response.body || !type.startsWith('text/event-stream')) {
        abort.abort();
        return { kind: event_kind.failed, status: response.status, code: 'not_supported' };
      }
      await read_events(response.body, heard, on_head);
      return { kind: event_kind.failed, code: 'ended' };
    } catch (error) {
      return { kind: event_kind.failed, code: this.#why(error, false) };
    } finally {
      clearTimeout(silence);
    }
  }

  /** A path below the hub's address, or the whole address of another hub. @param {string} path */
  #address(path) {
    return path.startsWith('/') ? this.#hub.replace(/\/$/, '') + path : path;
  }

  /**
   * docs/formats/bundle.md, "Signed request".
   * @param {{method: string, path: string, at: string}} call
   * @param {Uint8Array<ArrayBuffer>} body as sent
   */
  async #authorization({ method, path, at: claimed }, body) {
    const at = claimed || new Date().toISOString();
    const nonce = to_hex(crypto.getRandomValues(new Uint8Array(16)));
    const hash = to_hex(await crypto.subtle.digest('SHA-256', body));
    const { pathname, search } = new URL(this.#address(path));
    const text = `linli.request/1\n${method}\n${pathname}${search}\n${at}\n${nonce}\n${hash}`;
    const signature = await this.#keys.sign(new TextEncoder().encode(text));
    const replica = await this.#keys.replica();
    return `Linli replica=${replica},at=${at},nonce=${nonce},signature=${signature}`;
  }

  /** @param {unknown} error @param {boolean} timed_out */
  #why(error, timed_out) {
    if (error instanceof RangeError) {
      return 'too_large';
    }
    if (error instanceof DOMException && error.name === 'NotFoundError') {
      return 'no_key';
    }
    return timed_out ? 'timeout' : 'offline';
  }
}

/** @param {Response} response @param {number} limit */
async function read_at_most(response, limit) {
  const chunks = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) {
      break;
    }
    size += part.value.length;
    if (size > limit) {
      await reader?.cancel();
      throw new RangeError('the answer is too large');
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/**
 * @param {ReadableStream<Uint8Array>} body
 * @param {() => void} heard
 * @param {(data: string) => void} on_head
 */
async function read_events(body, heard, on_head) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let waiting = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    heard();
    waiting += decoder.decode(value, { stream: true }).replace(/\r\n?/g, '\n');
    for (let end = waiting.indexOf('\n\n'); end >= 0; end = waiting.indexOf('\n\n')) {
      const lines = waiting.slice(0, end).split('\n');
      waiting = waiting.slice(end + 2);
      const data = lines.filter((line) => line.startsWith('data:'));
      if (data.length > 0) {
        on_head(data.map((line) => line.slice(5).trimStart()).join('\n'));
      }
    }
  }
}
