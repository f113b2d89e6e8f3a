// Files from and to the person: pictures are scaled down, tables become UTF-8, whatever
// they were written in. A file never goes anywhere but to C++.
import { event_kind } from './messages.js';

/** @typedef {import('./messages.js').Answer} Answer */

const image_side_max = 1600;
const image_quality = 0.82;
const file_bytes_max = 32 * 1024 * 1024;
const text_types = /\.(csv|tsv|txt|json)$/i;

/**
 * @param {{accept: string, image: boolean, camera: boolean}} wanted
 * @returns {Promise<Answer>}
 */
export async function pick_file({ accept, image, camera }) {
  const file = await ask_for_file(accept, camera);
  if (!file) {
    return { kind: event_kind.failed, code: 'cancelled' };
  }
  if (file.size > file_bytes_max && !image) {
    return { kind: event_kind.failed, code: 'too_large', name: file.name };
  }
  return image ? read_image(file) : read_file(file);
}

/** @param {File} file @returns {Promise<Answer>} */
export async function read_file(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = { kind: event_kind.file, name: file.name, type: file.type };
  if (!text_types.test(file.name) && !file.type.startsWith('text/')) {
    return { ...answer, bytes };
  }
  const { text, encoding } = decode_text(bytes);
  return { ...answer, bytes: new TextEncoder().encode(text), text: encoding };
}

/**
 * Tables of older office programs are GBK without saying so: what is no valid UTF-8 is
 * read as GB 18030, of which GBK is a part.
 * @param {Uint8Array} bytes
 */
export function decode_text(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  }
  try {
    // The decoder drops a byte order mark by itself.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gbk' };
  }
}

/** @param {File} file @returns {Promise<Answer>} */
async function read_image(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, image_side_max / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale)),
    );
    const context = canvas.getContext('2d');
    if (!context) {
      return { kind: event_kind.failed, code: 'not_supported' };
    }
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    // Drawn anew, the picture carries no place, device or time.
    const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: image_quality });
    const bytes = new Uint8Array(await small.arrayBuffer());
    return {
      kind: event_kind.file,
      name: file.name,
      type: small.type,
      number: canvas.width,
      number2: canvas.height,
      bytes,
    };
  } catch {
    return { kind: event_kind.failed, code: 'not_an_image', name: file.name };
  }
}

/** @param {string} accept @param {boolean} camera @returns {Promise<File | undefined>} */
function ask_for_file(accept, camera) {
  return new Promise((resolve) => {
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.accept = accept;
    if (camera) {
      picker.setAttribute('capture', 'environment');
    }
    picker.hidden = true;
    const finish = (/** @type {File | undefined} */ file) => {
      picker.remove();
      resolve(file);
    };
    picker.addEventListener('change', () => finish(picker.files?.[0]));
    picker.addEventListener('cancel', () => finish(undefined));
    document.body.append(picker);
    picker.click();
  });
}

/**
 * Files dropped on the page come as events that nobody asked for.
 * @param {(answer: Answer) => void} dropped
 */
export function accept_drops(dropped) {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', async (event) => {
    event.preventDefault();
    for (const file of event.dataTransfer?.files ?? []) {
      dropped(await read_file(file));
    }
  });
}

/** @param {{name: string, bytes: Uint8Array<ArrayBuffer>, type: string}} file */
export function save_file({ name, bytes, type }) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download reads the address after this call has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
