// A button; its words are its name.
import { state } from '../semantics_wire.js';
import { has, make, patch_states, set_attribute, set_text } from './attributes.js';

export const create = () => make('button', { type: 'button' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  const button = /** @type {HTMLButtonElement} */ (element);
  set_text(button, node.name);
  button.disabled = has(node, state.disabled);
  set_attribute(button, 'aria-pressed', has(node, state.selected) ? 'true' : null);
  patch_states(button, node);
}
