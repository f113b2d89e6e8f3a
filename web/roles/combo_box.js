// A field that opens a list of options; its content is the value chosen.
import { state } from '../semantics_wire.js';
import { has, make, patch_states, set_attribute, set_text } from './attributes.js';

export const create = () =>
  make('button', { type: 'button', role: 'combobox', 'aria-haspopup': 'listbox' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  const button = /** @type {HTMLButtonElement} */ (element);
  set_attribute(button, 'aria-label', node.name);
  set_text(button, node.value);
  button.disabled = has(node, state.disabled);
  patch_states(button, node);
  set_attribute(button, 'aria-expanded', `${has(node, state.expanded)}`);
}
