// A text field: a real input, in which all text is typed. Its value belongs to
// text_overlay.js, which knows what is being composed.
import { state } from '../semantics_wire.js';
import { has, make, patch_states, set_attribute } from './attributes.js';

const font_pixels_min = 16;

/** @param {import('./attributes.js').Node} node */
export const variant = (node) => (has(node, state.multiline) ? 'textarea' : 'input');

/** @param {import('./attributes.js').Node} node */
export const create = (node) =>
  make(variant(node), { autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  const field = /** @type {HTMLInputElement} */ (element);
  set_attribute(field, 'aria-label', node.name);
  if (field.localName === 'input') {
    const plain = has(node, state.search) ? 'search' : 'text';
    set_attribute(field, 'type', has(node, state.password) ? 'password' : plain);
    if (has(node, state.password)) {
      set_attribute(field, 'autocomplete', 'new-password');
    }
  }
  set_attribute(field, 'inputmode', has(node, state.numeric) ? 'numeric' : null);
  set_attribute(field, 'enterkeyhint', has(node, state.search) ? 'search' : null);
  field.disabled = has(node, state.disabled);
  field.readOnly = has(node, state.read_only);
  // Phones zoom in on smaller letters.
  field.style.fontSize = `${Math.max(node.text_size, font_pixels_min)}px`;
  patch_states(field, node);
}
