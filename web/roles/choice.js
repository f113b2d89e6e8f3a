// Options of a list box and tabs of a tab list: buttons to the keyboard.
import { state } from '../semantics_wire.js';
import { has, make, patch_position, patch_states, set_attribute, set_text } from './attributes.js';

/** @param {import('./attributes.js').Node} node */
export const create = (node) => make('button', { type: 'button', role: node.role });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  const button = /** @type {HTMLButtonElement} */ (element);
  set_text(button, node.name);
  button.disabled = has(node, state.disabled);
  set_attribute(button, 'aria-selected', `${has(node, state.selected | state.checked)}`);
  patch_states(button, node);
  patch_position(button, node);
}
