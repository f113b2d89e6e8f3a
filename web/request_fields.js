// The fields of each request in the order in which shell/web/requests_out.cpp writes
// them. `bytes` stay bytes; all else is text, a number or a flag.
import { text_of } from './messages.js';

/** @type {Record<string, Record<string, 'text' | 'bytes' | 'number' | 'flag'>>} */
export const fields = {
  sign_bytes: { bytes: 'bytes' },
  make_device_key: { fresh: 'flag' },
  http_call: {
    method: 'text',
    path: 'text',
    body: 'bytes',
    gzip: 'flag',
    sign: 'flag',
    at: 'text',
    setup_code: 'text',
    timeout_millis: 'number',
  },
  listen_heads: { path: 'text' },
  pick_file: { accept: 'text', image: 'flag', camera: 'flag' },
  scan_code: { start: 'flag' },
  save_file: { name: 'text', bytes: 'bytes', type: 'text' },
  print_html: { title: 'text', html: 'text' },
  speak: { text: 'text', language: 'text' },
  copy_text: { text: 'text' },
  show_route: { route: 'text', replace: 'flag' },
  kiosk: { on: 'flag' },
  ask_persistence: {},
  remember_sentinel: { text: 'text' },
  reload: {},
  open_demo: { on: 'flag' },
  set_language: { language: 'text' },
  derive_key: { secret: 'bytes', salt_hex: 'text', rounds: 'number' },
  show_picture: { name: 'text', bytes: 'bytes' },
};

/**
 * @param {string} name
 * @param {(number | Uint8Array)[]} values
 * @returns {any}
 */
export function read_fields(name, values) {
  /** @type {Record<string, unknown>} */
  const read = {};
  Object.entries(fields[name]).forEach(([field, kind], at) => {
    const value = values[at];
    read[field] =
      kind === 'text' ? text_of(value) : kind === 'flag' ? value !== 0 : value;
  });
  return read;
}
