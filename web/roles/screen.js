// The screen: main landmark, whose name is the document's title.
import { make, set_attribute } from './attributes.js';

export const create = () => make('main', { tabindex: '-1' });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  set_attribute(element, 'aria-label', node.name || null);
  if (node.name && document.title !== node.name) {
    document.title = node.name;
  }
}
