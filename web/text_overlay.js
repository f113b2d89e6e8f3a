// Text typed into the twin's real inputs: values flow to C++ as they are typed and back
// when C++ changed them. It must never overwrite what a person is composing.
import { input, twin_event } from './messages.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

const echoes_max = 64;

export class TextOverlay {
  #push;
  /** Values sent and not yet seen coming back. @type {WeakMap<Field, string[]>} */
  #sent = new WeakMap();
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

  /** @param {Field} field @param {import('./semantics_wire.js').Node} node */
  patch(field, node) {
    if (field.value === node.value) {
      this.#sent.delete(field);
      return;
    }
    const sent = this.#sent.get(field) ?? [];
    const echo = sent.lastIndexOf(node.value);
    if (echo >= 0) {
      // An answer to something typed a moment ago; more has been typed since.
      sent.splice(0, echo);
    } else if (this.#composing !== field) {
      this.#sent.delete(field);
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
    const sent = this.#sent.get(field) ?? [];
    sent.push(field.value);
    this.#sent.set(field, sent.slice(-echoes_max));
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
