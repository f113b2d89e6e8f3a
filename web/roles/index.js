// Which file draws the twin of which role.
import * as button from './button.js';
import * as cell from './cell.js';
import * as choice from './choice.js';
import * as combo_box from './combo_box.js';
import * as dialog from './dialog.js';
import * as group from './group.js';
import * as heading from './heading.js';
import * as image from './image.js';
import * as link from './link.js';
import * as live from './live.js';
import * as progress from './progress.js';
import * as region from './region.js';
import * as screen from './screen.js';
import * as separator from './separator.js';
import * as text from './text.js';
import * as text_field from './text_field.js';
import * as toggle from './toggle.js';

/**
 * @typedef {object} RoleTwin
 * @property {(node: import('../semantics_wire.js').Node) => HTMLElement} create
 * @property {(element: HTMLElement, node: import('../semantics_wire.js').Node) => void} patch
 * @property {(node: import('../semantics_wire.js').Node) => string} [variant] another element is
 *   needed when it changes
 */

/** @type {Record<string, RoleTwin>} */
export const role_twins = {
  screen,
  region,
  heading,
  text,
  button,
  link,
  checkbox: toggle,
  switch: toggle,
  radio: toggle,
  radio_group: group,
  text_field,
  combo_box,
  option: choice,
  tab: choice,
  tab_list: group,
  list: group,
  list_item: group,
  table: group,
  row: group,
  column_header: cell,
  cell,
  dialog,
  alert: live,
  status: live,
  progress,
  image,
  separator,
};
