// A picture or a chart; its name says what it shows.
import { make, set_attribute } from './attributes.js';

export const create = () => make('div', { role: 'img' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  set_attribute(element, 'aria-label', node.name || null);
  set_attribute(element, 'aria-description', node.description || null);
}
