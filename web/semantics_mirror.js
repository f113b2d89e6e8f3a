// The canvas' twin: a transparent DOM tree of what C++ says is on screen. It patches by
// node id, keeps the focus where it is, and sends what keyboards and screen readers do.
// It must never decide anything: what a node does is known to C++ alone.
import { input, twin_event } from './messages.js';
import { role_twins } from './roles/index.js';
import { has, set_attribute } from './roles/attributes.js';
import { state } from './semantics_wire.js';

/** @typedef {import('./semantics_wire.js').Node} Node */

/**
 * @typedef {object} Twin
 * @property {HTMLElement} element
 * @property {Node} node
 * @property {string} kind role and variant
 */

const settle_millis = 400;

export class SemanticsMirror {
  #root;
  #push;
  #overlay;
  /** @type {Map<number, Twin>} */
  #twins = new Map();
  #patching = false;

  /**
   * @param {HTMLElement} root
   * @param {(...message: [number, ...import('./messages.js').Value[]]) => void} push
   * @param {import('./text_overlay.js').TextOverlay} overlay
   */
  constructor(root, push, overlay) {
    this.#root = root;
    this.#push = push;
    this.#overlay = overlay;
    root.addEventListener('click', (event) => this.#clicked(event));
    root.addEventListener('focusin', (event) => this.#focused(event));
    root.addEventListener('focusout', (event) => this.#blurred(event));
  }

  /**
   * @param {Node[]} nodes
   * @param {number} texts_seen how many of the texts sent C++ had read
   */
  patch(nodes, texts_seen) {
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    this.#patching = true;
    const ids = new Set(nodes.map((node) => node.id));
    this.#drop(ids, active);
    /** @type {HTMLElement[]} */
    const elements = [];
    /** @type {Map<HTMLElement, Element | null>} */
    const places = new Map();
    /** @type {HTMLElement | undefined} */
    let wanted;
    for (const node of nodes) {
      const before = this.#twins.get(node.id)?.node;
      const element = this.#element_of(node);
      elements.push(element);
      const parent = node.parent < 0 ? this.#root : elements[node.parent];
      this.#place(element, parent, places);
      this.#move(element, node, node.parent < 0 ? undefined : nodes[node.parent]);
      role_twins[node.role].patch(element, node);
      if (node.role === 'text_field') {
        this.#overlay.patch(/** @type {HTMLInputElement} */ (element), node, texts_seen);
      }
      if (has(node, state.focused) && !(before && has(before, state.focused))) {
        wanted = element;
      }
    }
    this.#make_inert(nodes, elements);
    this.#patching = false;
    this.#keep_focus(active, wanted);
  }

  /** @param {number} id */
  element(id) {
    return this.#twins.get(id)?.element;
  }

  /** @param {Set<number>} ids @param {HTMLElement | null} active */
  #drop(ids, active) {
    for (const [id, twin] of this.#twins) {
      if (!ids.has(id)) {
        if (twin.element === active) {
          this.#push(input.twin, twin_event.blur, id, '', 0, 0);
        }
        twin.element.remove();
        this.#twins.delete(id);
      }
    }
  }

  /** @param {Node} node */
  #element_of(node) {
    const role = role_twins[node.role];
    const kind = `${node.role} ${role.variant?.(node) ?? ''}`;
    let twin = this.#twins.get(node.id);
    if (!twin || twin.kind !== kind) {
      const element = role.create(node);
      element.dataset.node = `${node.id}`;
      element.dataset.role = node.role;
      twin?.element.replaceWith(element);
      twin = { element, node, kind };
      this.#twins.set(node.id, twin);
    }
    twin.node = node;
    return twin.element;
  }

  /**
   * Puts an element behind the one placed before it under the same parent.
   * @param {HTMLElement} element @param {HTMLElement} parent
   * @param {Map<HTMLElement, Element | null>} places
   */
  #place(element, parent, places) {
    const previous = places.get(parent) ?? null;
    const next = previous ? previous.nextElementSibling : parent.firstElementChild;
    if (next !== element) {
      parent.insertBefore(element, next);
    }
    places.set(parent, element);
  }

  /** @param {HTMLElement} element @param {Node} node @param {Node | undefined} parent */
  #move(element, node, parent) {
    const style = element.style;
    style.left = `${node.x - (parent?.x ?? 0)}px`;
    style.top = `${node.y - (parent?.y ?? 0)}px`;
    style.width = `${node.width}px`;
    style.height = `${node.height}px`;
    set_attribute(element, 'data-clipped', has(node, state.clipped) ? '' : null);
  }

  /**
   * Everything that neither holds nor stands in the topmost modal dialog is inert.
   * @param {Node[]} nodes @param {HTMLElement[]} elements
   */
  #make_inert(nodes, elements) {
    let modal = nodes.length - 1;
    while (modal >= 0 && !has(nodes[modal], state.modal)) {
      modal -= 1;
    }
    const path = new Set();
    for (let at = modal; at >= 0; at = nodes[at].parent) {
      path.add(at);
    }
    nodes.forEach((node, at) => {
      const beside = modal >= 0 && at !== modal && !path.has(at);
      const in_path = node.parent < 0 || (path.has(node.parent) && node.parent !== modal);
      // Messages stay readable beside a dialog.
      const live = node.role === 'alert' || node.role === 'status';
      elements[at].inert = beside && in_path && !live;
    });
  }

  /** @param {HTMLElement | null} active @param {HTMLElement | undefined} wanted */
  #keep_focus(active, wanted) {
    if (wanted) {
      wanted.focus({ preventScroll: true });
    } else if (active?.isConnected && active !== document.activeElement && active !== document.body) {
      active.focus({ preventScroll: true });
    }
  }

  /** @param {Event} event */
  #twin_of(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const element = /** @type {HTMLElement | null} */ (target.closest('[data-node]'));
    return element ? this.#twins.get(Number(element.dataset.node)) : undefined;
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const twin = this.#twin_of(event);
    if (!twin) {
      return;
    }
    const native = twin.element instanceof HTMLInputElement;
    const opens_elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (twin.element.localName === 'a' && !opens_elsewhere) {
      event.preventDefault();
    }
    // Pointers were seen on their way to the canvas; keyboards and readers come without any.
    if (event.detail === 0 && twin.node.role !== 'text_field') {
      this.#push(input.twin, twin_event.activate, twin.node.id, '', 0, 0);
    }
    if (native && twin.node.role !== 'text_field') {
      setTimeout(() => this.#settle(twin.node.id), settle_millis);
    }
  }

  /** What the browser changed by itself is set back unless C++ agreed. @param {number} id */
  #settle(id) {
    const group = this.#twins.get(id)?.node.group;
    for (const { node, element } of this.#twins.values()) {
      if (node.id === id || (node.role === 'radio' && node.group === group)) {
        role_twins[node.role].patch(element, node);
      }
    }
  }

  /** @param {FocusEvent} event */
  #focused(event) {
    const twin = this.#twin_of(event);
    if (!twin || this.#patching) {
      return;
    }
    const by_keyboard = twin.element.matches(':focus-visible');
    if (twin.node.role === 'text_field' || by_keyboard) {
      this.#push(input.twin, twin_event.focus, twin.node.id, '', 0, 0);
      this.#push(input.twin, twin_event.scroll_into_view, twin.node.id, '', 0, 0);
    }
  }

  /** @param {FocusEvent} event */
  #blurred(event) {
    const twin = this.#twin_of(event);
    // A page that loses the window's focus keeps its own.
    if (twin && !this.#patching && document.hasFocus()) {
      this.#push(input.twin, twin_event.blur, twin.node.id, '', 0, 0);
    }
  }
}
