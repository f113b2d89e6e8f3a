// Reads the list of nodes that shell/web/semantics_out.cpp writes.

/** ui::Role by number. */
export const role_names = Object.freeze([
  'screen',
  'region',
  'heading',
  'text',
  'button',
  'link',
  'checkbox',
  'switch',
  'radio',
  'radio_group',
  'text_field',
  'combo_box',
  'option',
  'tab',
  'tab_list',
  'list',
  'list_item',
  'table',
  'row',
  'column_header',
  'cell',
  'dialog',
  'alert',
  'status',
  'progress',
  'image',
  'separator',
]);

/** ui::State. */
export const state = Object.freeze({
  disabled: 1 << 0,
  checked: 1 << 1,
  selected: 1 << 2,
  expanded: 1 << 3,
  collapsed: 1 << 4,
  required: 1 << 5,
  invalid: 1 << 6,
  multiline: 1 << 7,
  password: 1 << 8,
  numeric: 1 << 9,
  focused: 1 << 10,
  modal: 1 << 11,
  busy: 1 << 12,
  current: 1 << 13,
  read_only: 1 << 14,
  search: 1 << 15,
  clipped: 1 << 16,
});

/**
 * @typedef {object} Node
 * @property {number} id
 * @property {number} parent index in the list, -1 for the root
 * @property {string} role
 * @property {number} states
 * @property {number} level
 * @property {number} set_size
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {number} text_size
 * @property {string} name
 * @property {string} value
 * @property {string} description
 * @property {boolean} has_children
 * @property {boolean} holds_options
 * @property {number} group id of what is around it, 0 for nothing
 */

const decoder = new TextDecoder();

/**
 * @param {Uint8Array} bytes a whole message
 * @returns {{nodes: Node[], texts_seen: number}} the nodes, and how many of the texts typed into
 *   fields C++ had read
 */
export function read_nodes(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 1;
  const uint32 = () => view.getUint32((at += 4) - 4, true);
  const int32 = () => view.getInt32((at += 4) - 4, true);
  const float32 = () => view.getFloat32((at += 4) - 4, true);
  const text = () => {
    const size = uint32();
    at += size;
    return size === 0 ? '' : decoder.decode(bytes.subarray(at - size, at));
  };
  const texts_seen = uint32();
  /** @type {Node[]} */
  const nodes = [];
  for (let count = uint32(); count > 0; count -= 1) {
    nodes.push({
      id: uint32(),
      parent: int32(),
      role: role_names[uint32()],
      states: uint32(),
      level: int32(),
      set_size: int32(),
      x: float32(),
      y: float32(),
      width: float32(),
      height: float32(),
      text_size: float32(),
      name: text(),
      value: text(),
      description: text(),
      has_children: false,
      holds_options: false,
      group: 0,
    });
    const node = nodes[nodes.length - 1];
    if (node.parent >= 0) {
      node.group = nodes[node.parent].id;
      nodes[node.parent].has_children = true;
      nodes[node.parent].holds_options ||= node.role === 'option';
    }
  }
  return { nodes, texts_seen };
}
