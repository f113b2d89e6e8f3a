// A landmark with a name.
import { make, patch_states, set_attribute } from './attributes.js';

export const create = () => make('div', { role: 'region' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  set_attribute(element, 'role', node.name ? 'region' : 'group');
  set_attribute(element, 'aria-label', node.name || null);
  patch_states(element, node);
}
