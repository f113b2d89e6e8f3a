// Text typed into the twin's real inputs: values flow to C++ as they are typed and back
// when C++ changed them. It must never overwrite what a person is composing.
import { input, twin_event } from './messages.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

export class TextOverlay {
  #push;
  #sent = 0;
  /** How many had been sent with the last of a field. @type {WeakMap<Field, number>} */
  #last_of = new WeakMap();
  /** @type {Field | undefined} */
  #composing;

  /**
   * @param {HTMLElement} root
   * @param {(...message: [number, ...import('./messages.js').Value[]]) => void} push
   */
  constructor(root, push) {
    this.#push = push;
    root.addEventListener('compositionstart', (event) => {
      this.#composing = field_of(event);
    });
    root.addEventListener('compositionend', (event) => this.#composed(event));
    root.addEventListener('input', (event) => this.#typed(event));
    root.addEventListener('keydown', (event) => this.#pressed(event));
  }

  get composing() {
    return this.#composing !== undefined;
  }

  /**
   * @param {Field} field
   * @param {import('./semantics_wire.js').Node} node
   * @param {number} texts_seen how many of the texts sent C++ had read
   */
  patch(field, node, texts_seen) {
    const typed_since = texts_seen < (this.#last_of.get(field) ?? 0);
    if (!typed_since && this.#composing !== field && field.value !== node.value) {
      this.#overwrite(field, node.value);
    }
  }

  /** @param {Field} field @param {string} value */
  #overwrite(field, value) {
    const at_end = field.selectionEnd === field.value.length;
    const caret = field.selectionEnd ?? value.length;
    field.value = value;
    if (document.activeElement === field) {
      const to = at_end ? value.length : Math.min(caret, value.length);
      field.setSelectionRange(to, to);
    }
  }

  /** @param {Event} event */
  #typed(event) {
    const field = field_of(event);
    if (field) {
      this.#send(field);
    }
  }

  /** @param {Field} field */
  #send(field) {
    this.#sent += 1;
    this.#last_of.set(field, this.#sent);
    const id = Number(field.dataset.node);
    const begin = field.selectionStart ?? 0;
    const end = field.selectionEnd ?? 0;
    this.#push(input.twin, twin_event.text, id, field.value, begin, end);
  }

  /** @param {CompositionEvent} event */
  #composed(event) {
    this.#composing = undefined;
    this.#typed(event);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const field = field_of(event);
    if (!field || event.isComposing || event.keyCode === 229) {
      return;
    }
    const id = Number(field.dataset.node);
    if (event.key === 'Enter' && field.localName === 'input') {
      event.preventDefault();
      this.#push(input.twin, twin_event.enter, id, field.value, 0, 0);
    } else if (event.key === 'Escape') {
      this.#push(input.twin, twin_event.escape, id, field.value, 0, 0);
    }
  }
}

/** @param {Event} event @returns {Field | undefined} */
function field_of(event) {
  const target = event.target;
  const is_field = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return is_field && target.dataset.role === 'text_field' ? target : undefined;
}
