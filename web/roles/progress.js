// How far something is, 0 to 100.
import { make, set_attribute } from './attributes.js';

export const create = () =>
  make('div', { role: 'progressbar', 'aria-valuemin': '0', 'aria-valuemax': '100' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  set_attribute(element, 'aria-label', node.name || null);
  set_attribute(element, 'aria-valuenow', node.value || null);
  set_attribute(element, 'aria-description', node.description || null);
}
