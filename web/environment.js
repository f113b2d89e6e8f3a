// What this browser can do. Names what is missing; never guesses from a browser's name.

/** @returns {string} the name of the panel to show, or '' when all is well */
export function missing_for_drawing() {
  const able =
    typeof WebAssembly === 'object' &&
    typeof OffscreenCanvas === 'function' &&
    typeof HTMLCanvasElement.prototype.transferControlToOffscreen === 'function' &&
    typeof Worker === 'function';
  return able ? '' : 'unsupported';
}

/** @returns {Promise<string>} the name of the panel to show, or '' */
export async function missing_for_keeping() {
  if (!globalThis.isSecureContext) {
    return 'insecure';
  }
  if (!navigator.locks || !globalThis.crypto?.subtle || !globalThis.indexedDB) {
    return 'unsupported';
  }
  try {
    await navigator.storage.getDirectory();
  } catch {
    return 'private';
  }
  return typeof FileSystemFileHandle === 'function' ? '' : 'private';
}

export const wants_reduced_motion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
export const wants_dark = () => matchMedia('(prefers-color-scheme: dark)').matches;
export const wants_contrast = () => matchMedia('(prefers-contrast: more)').matches;
