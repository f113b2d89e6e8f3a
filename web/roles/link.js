// A link; its value is the route it leads to, so that it can be opened in a new tab.
import { make, patch_states, set_attribute, set_text } from './attributes.js';

export const create = () => make('a', { href: '#' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  set_text(element, node.name);
  set_attribute(element, 'href', node.value ? `#${node.value.replace(/^#/, '')}` : '#');
  patch_states(element, node);
}
