// Cells and column headers. A cell that holds other nodes leaves the words to them.
import { make, patch_states, set_attribute } from './attributes.js';

/** @param {import('./attributes.js').Node} node */
export const create = (node) =>
  make('div', { role: node.role === 'cell' ? 'cell' : 'columnheader' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  const words = node.has_children ? '' : node.name;
  const first = element.firstChild;
  if (first instanceof Text) {
    first.data = words;
  } else if (words) {
    element.prepend(words);
  }
  set_attribute(element, 'aria-description', node.description || null);
  patch_states(element, node);
}
