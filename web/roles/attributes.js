// What several roles share: setting attributes only when they change, and the states
// that mean the same everywhere.
import { state } from '../semantics_wire.js';

/** @typedef {import('../semantics_wire.js').Node} Node */

/** @param {Element} element @param {string} name @param {string | null} value */
export function set_attribute(element, name, value) {
  if (value === null) {
    if (element.hasAttribute(name)) {
      element.removeAttribute(name);
    }
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/** @param {Element} element @param {string} text */
export function set_text(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** @param {Node} node @param {number} flag */
export const has = (node, flag) => (node.states & flag) !== 0;

/** @param {Element} element @param {Node} node */
export function patch_states(element, node) {
  const shows_expansion = has(node, state.expanded | state.collapsed);
  set_attribute(element, 'aria-expanded', shows_expansion ? `${has(node, state.expanded)}` : null);
  set_attribute(element, 'aria-busy', has(node, state.busy) ? 'true' : null);
  set_attribute(element, 'aria-current', has(node, state.current) ? 'page' : null);
  set_attribute(element, 'aria-invalid', has(node, state.invalid) ? 'true' : null);
  set_attribute(element, 'aria-required', has(node, state.required) ? 'true' : null);
  set_attribute(element, 'aria-description', node.description || null);
}

/** Place among rows or items of which only some are drawn. @param {Element} element @param {Node} node */
export function patch_position(element, node) {
  const placed = node.set_size > 0;
  set_attribute(element, 'aria-posinset', placed ? `${node.level}` : null);
  set_attribute(element, 'aria-setsize', placed ? `${node.set_size}` : null);
}

/** @param {string} tag @param {Record<string, string>} [attributes] */
export function make(tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  return element;
}
