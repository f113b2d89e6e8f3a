// Roles that hold others: their ARIA role says all, and their name is a label.
import { make, patch_position, patch_states, set_attribute } from './attributes.js';

/** @type {Record<string, string>} */
const aria_roles = {
  radio_group: 'radiogroup',
  tab_list: 'tablist',
  list: 'list',
  list_item: 'listitem',
  table: 'table',
  row: 'row',
};

/** @param {import('./attributes.js').Node} node */
export const create = (node) => make('div', { role: aria_roles[node.role] });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  set_attribute(element, 'aria-label', node.name || null);
  if (node.role === 'row' && node.set_size > 0) {
    set_attribute(element, 'aria-rowindex', `${node.level}`);
  } else if (node.role === 'table' && node.set_size > 0) {
    set_attribute(element, 'aria-rowcount', `${node.set_size}`);
  } else if (node.role === 'list_item') {
    patch_position(element, node);
  }
  if (node.role === 'list') {
    // A list that holds options is a list box.
    set_attribute(element, 'role', node.holds_options ? 'listbox' : 'list');
  }
  patch_states(element, node);
}
