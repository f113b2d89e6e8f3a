// Messages that are read out when they come: alerts at once, statuses when it is quiet.
import { make, set_attribute } from './attributes.js';

/** @param {import('./attributes.js').Node} node */
export const create = (node) => make('div', { role: node.role });

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export function patch(element, node) {
  // Readers speak changes inside a region that is there already, so the words come after it.
  if (element.dataset.words !== node.name) {
    element.dataset.words = node.name;
    requestAnimationFrame(() => say(element));
  }
  set_attribute(element, 'aria-description', node.description || null);
}

/** @param {HTMLElement} element */
function say(element) {
  const words = element.dataset.words ?? '';
  const first = element.firstChild;
  if (first instanceof Text) {
    first.data = words;
  } else {
    element.prepend(words);
  }
}
