// Shows one photo above everything until it is closed by its button, Escape or a press
// beside it. The picture comes from the device's own store and goes nowhere.
import { text } from './panels.js';

/** @param {{name: string, bytes: Uint8Array<ArrayBuffer>}} picture @returns {Promise<void>} */
export function show_picture({ name, bytes }) {
  return new Promise((resolve) => {
    const address = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
    const dialog = document.createElement('dialog');
    dialog.className = 'picture-view';
    dialog.setAttribute('aria-label', name);
    const image = document.createElement('img');
    image.src = address;
    image.alt = name;
    const close = document.createElement('button');
    close.textContent = text('action_close');
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) {
        dialog.close();
      }
    });
    dialog.addEventListener('close', () => {
      URL.revokeObjectURL(address);
      dialog.remove();
      resolve();
    });
    dialog.append(image, close);
    document.body.append(dialog);
    dialog.showModal();
  });
}
