// Plain words.
import { make, set_attribute, set_text } from './attributes.js';

export const create = () => make('p');

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  set_text(element, node.name);
  set_attribute(element, 'aria-description', node.description || null);
}
