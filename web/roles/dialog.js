// A dialog; a modal one makes everything beside it inert (semantics_mirror.js).
import { state } from '../semantics_wire.js';
import { has, make, set_attribute } from './attributes.js';

export const create = () => make('div', { role: 'dialog', tabindex: '-1' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  set_attribute(element, 'aria-label', node.name || null);
  set_attribute(element, 'aria-description', node.description || null);
  set_attribute(element, 'aria-modal', has(node, state.modal) ? 'true' : null);
}
