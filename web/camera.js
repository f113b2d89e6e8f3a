// Reads a QR code with the camera. The decoder is fetched when it is first needed; no
// picture leaves this page or is kept.
import { event_kind } from './messages.js';
import { text } from './panels.js';

/** @typedef {import('./messages.js').Answer} Answer */

const look_every_millis = 120;
const look_side_max = 640;

/** @type {(() => void) | undefined} */
let stop_scanning;

/** @param {{start: boolean}} wanted @returns {Promise<Answer>} */
export async function scan_code({ start }) {
  stop_scanning?.();
  if (!start) {
    return { kind: event_kind.done };
  }
  if (!navigator.mediaDevices?.getUserMedia) {
    return { kind: event_kind.failed, code: 'not_supported' };
  }
  /** @type {MediaStream} */
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 } },
    });
  } catch (error) {
    return { kind: event_kind.failed, code: why(error) };
  }
  try {
    const read = await code_reader();
    return await look(stream, read);
  } catch {
    return { kind: event_kind.failed, code: 'not_supported' };
  } finally {
    stream.getTracks().forEach((track) => track.stop());
  }
}

/** @param {unknown} error */
function why(error) {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return 'camera_refused';
  }
  return name === 'NotFoundError' ? 'camera_missing' : 'camera_busy';
}

/** @typedef {(pixels: ImageData) => string} CodeReader */

/** @returns {Promise<CodeReader>} */
async function code_reader() {
  // The package is no module: it puts its one function into the global scope.
  await import('./third_party/jsqr.js');
  return ({ data, width, height }) => globalThis.jsQR?.(data, width, height)?.data ?? '';
}

/**
 * @param {MediaStream} stream
 * @param {CodeReader} read
 * @returns {Promise<Answer>}
 */
function look(stream, read) {
  return new Promise((resolve) => {
    const { view, video, close } = open_view();
    video.srcObject = stream;
    video.play().catch(() => {});
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { willReadFrequently: true });
    let timer = 0;
    const finish = (/** @type {Answer} */ answer) => {
      clearInterval(timer);
      stop_scanning = undefined;
      view.remove();
      resolve(answer);
    };
    stop_scanning = () => finish({ kind: event_kind.failed, code: 'cancelled' });
    close.addEventListener('click', () => stop_scanning?.());
    stream.getVideoTracks()[0].addEventListener('ended', () =>
      finish({ kind: event_kind.failed, code: 'camera_busy' }),
    );
    timer = window.setInterval(() => {
      if (!context || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
        return;
      }
      const scale = Math.min(1, look_side_max / Math.max(video.videoWidth, video.videoHeight));
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const code = read(context.getImageData(0, 0, canvas.width, canvas.height));
      if (code) {
        finish({ kind: event_kind.done, text: code });
      }
    }, look_every_millis);
  });
}

function open_view() {
  const view = document.createElement('div');
  view.className = 'camera';
  view.setAttribute('role', 'dialog');
  view.setAttribute('aria-label', text('camera_title'));
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  const close = document.createElement('button');
  close.textContent = text('action_close');
  view.append(video, close);
  document.body.append(view);
  close.focus();
  return { view, video, close };
}
