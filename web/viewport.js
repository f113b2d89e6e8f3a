// How large the canvas is and how the person likes to see: size, pixel ratio, the
// keyboard that covers part of it, motion, contrast, dark.
import { wants_contrast, wants_dark, wants_reduced_motion } from './environment.js';
import { input } from './messages.js';

/**
 * Sends the viewport now and whenever it changes.
 * @param {(...message: [number, ...import('./messages.js').Value[]]) => void} push
 */
export function watch_viewport(push) {
  const send = () => {
    const visible = window.visualViewport;
    const keyboard = visible ? window.innerHeight - visible.height * visible.scale : 0;
    const insets = safe_area();
    push(
      input.viewport,
      window.innerWidth,
      window.innerHeight,
      window.devicePixelRatio,
      Math.max(0, Math.round(keyboard)),
      wants_reduced_motion(),
      matchMedia('(pointer: coarse)').matches,
      wants_dark(),
      wants_contrast(),
      insets.top,
      insets.bottom,
    );
  };
  window.addEventListener('resize', send);
  window.visualViewport?.addEventListener('resize', send);
  for (const query of [
    '(prefers-reduced-motion: reduce)',
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(pointer: coarse)',
  ]) {
    matchMedia(query).addEventListener('change', send);
  }
  watch_pixel_ratio(send);
  send();
}

/** Moving to another screen changes the ratio without any resize. @param {() => void} changed */
function watch_pixel_ratio(changed) {
  const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  query.addEventListener(
    'change',
    () => {
      changed();
      watch_pixel_ratio(changed);
    },
    { once: true },
  );
}

function safe_area() {
  const style = getComputedStyle(document.documentElement);
  const read = (/** @type {string} */ name) => parseFloat(style.getPropertyValue(name)) || 0;
  return { top: read('--safe-top'), bottom: read('--safe-bottom') };
}
