// The messages that cross between JavaScript and C++, with the numbers of
// shell/web/message.h. A message is one byte of kind, then values: each a byte that
// says what it is, and its bytes in little-endian order.

/** What JavaScript pushes into the queue. */
export const input = Object.freeze({
  viewport: 1,
  pointer: 2,
  wheel: 3,
  key: 4,
  pinch: 5,
  twin: 6,
  event: 7,
  context_lost: 8,
  context_restored: 9,
});

/** What C++ sends. */
export const output = Object.freeze({
  request: 1,
  semantics: 2,
  style: 3,
  crash: 4,
  unusable_store: 5,
});

/** Requests by their number: the order of app::RequestBody. */
export const request_names = Object.freeze([
  'sign_bytes',
  'make_device_key',
  'http_call',
  'listen_heads',
  'pick_file',
  'scan_code',
  'save_file',
  'print_html',
  'speak',
  'copy_text',
  'show_route',
  'kiosk',
  'ask_persistence',
  'remember_sentinel',
  'reload',
  'open_demo',
  'set_language',
  'derive_key',
  'show_picture',
]);

/** ui::TwinEvent::Kind. */
export const twin_event = Object.freeze({
  activate: 0,
  text: 1,
  focus: 2,
  blur: 3,
  enter: 4,
  escape: 5,
  scroll_into_view: 6,
});

/** app::Event::Kind. */
export const event_kind = Object.freeze({
  done: 0,
  failed: 1,
  http: 2,
  file: 3,
  head_moved: 4,
  online: 5,
  route: 6,
  storage: 7,
  update_ready: 8,
  page_hidden: 9,
  page_shown: 10,
  typed_code: 11,
  timer: 12,
  page_address: 13,
});

const tag_number = 1;
const tag_bytes = 2;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @typedef {number | boolean | string | Uint8Array} Value */

/**
 * @param {number} kind
 * @param {Value[]} values
 * @returns {Uint8Array}
 */
export function encode(kind, values) {
  const parts = values.map((value) => (typeof value === 'string' ? encoder.encode(value) : value));
  let size = 1;
  for (const part of parts) {
    size += part instanceof Uint8Array ? 5 + part.length : 9;
  }
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  bytes[0] = kind;
  let at = 1;
  for (const part of parts) {
    if (part instanceof Uint8Array) {
      bytes[at] = tag_bytes;
      view.setUint32(at + 1, part.length, true);
      bytes.set(part, at + 5);
      at += 5 + part.length;
    } else {
      bytes[at] = tag_number;
      view.setFloat64(at + 1, Number(part), true);
      at += 9;
    }
  }
  return bytes;
}

/**
 * The values of a message, bytes still as bytes.
 * @param {Uint8Array} bytes
 * @returns {(number | Uint8Array)[]}
 */
export function decode(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = [];
  for (let at = 1; at < bytes.length; ) {
    if (bytes[at] === tag_bytes) {
      const size = view.getUint32(at + 1, true);
      values.push(bytes.slice(at + 5, at + 5 + size));
      at += 5 + size;
    } else {
      values.push(view.getFloat64(at + 1, true));
      at += 9;
    }
  }
  return values;
}

/** @param {number | Uint8Array} value */
export const text_of = (value) => (value instanceof Uint8Array ? decoder.decode(value) : '');

/**
 * The fields of app::Event; what is left out is empty.
 * @typedef {object} Answer
 * @property {number} kind
 * @property {number} [status]
 * @property {number} [number]
 * @property {number} [number2]
 * @property {string} [code]
 * @property {string | Uint8Array} [text]
 * @property {string} [name]
 * @property {string} [type]
 * @property {string} [head]
 * @property {Uint8Array} [bytes]
 */

/**
 * @param {number} request
 * @param {Answer} answer
 * @returns {[number, ...Value[]]}
 */
export function event_message(request, answer) {
  return [
    input.event,
    request,
    answer.kind,
    answer.status ?? 0,
    answer.number ?? 0,
    answer.number2 ?? 0,
    answer.code ?? '',
    answer.text ?? '',
    answer.name ?? '',
    answer.type ?? '',
    answer.head ?? '',
    answer.bytes ?? '',
  ];
}
