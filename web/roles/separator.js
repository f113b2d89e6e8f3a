// A line between groups.
import { make } from './attributes.js';

export const create = () => make('div', { role: 'separator' });
export const patch = () => {};
