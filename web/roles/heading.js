// A heading of level 1 to 3.
import { make, set_text } from './attributes.js';

/** @param {import('./attributes.js').Node} node */
const tag_of = (node) => `h${Math.min(Math.max(node.level, 1), 3)}`;

/** @param {import('./attributes.js').Node} node */
export const create = (node) => make(tag_of(node));
export const variant = tag_of;

/** @param {HTMLElement} element @param {import('./attributes.js').Node} node */
export const patch = (element, node) => set_text(element, node.name);
