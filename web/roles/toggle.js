// Check boxes, switches and radios: native inputs. The browser changes them at once, and
// what C++ decided is set when it says so. Radios of one group are one stop of the Tab key,
// and the arrow keys choose among them.
import { state } from '../semantics_wire.js';
import { has, make, patch_states, set_attribute } from './attributes.js';

const attributes = {
  checkbox: { type: 'checkbox' },
  switch: { type: 'checkbox', role: 'switch' },
  radio: { type: 'radio' },
};

/** @param {import('./attributes.js').Node} node */
export const create = (node) =>
  make('input', attributes[/** @type {keyof typeof attributes} */ (node.role)]);

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  const input = /** @type {HTMLInputElement} */ (element);
  set_attribute(input, 'aria-label', node.name);
  set_attribute(input, 'name', node.role === 'radio' ? `group-${node.group}` : null);
  input.checked = has(node, state.checked | (node.role === 'radio' ? state.selected : 0));
  input.disabled = has(node, state.disabled);
  patch_states(input, node);
}
