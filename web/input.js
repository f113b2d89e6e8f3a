// Pointers, wheel and keys of the whole document, sent to C++ in the order in which they
// came. Hits on the twin are hits on the canvas: only coordinates travel.
import { event_kind, event_message, input } from './messages.js';

/** @typedef {(...message: [number, ...import('./messages.js').Value[]]) => void} Push */

const phase = Object.freeze({ move: 0, down: 1, up: 2, cancel: 3 });
const pointer_types = ['mouse', 'touch', 'pen'];
const wheel_line_pixels = 40;
const wheel_page_pixels = 600;
const modifier = Object.freeze({ shift: 1, ctrl: 2, alt: 4, meta: 8 });

/** @param {EventTarget | null} target */
const is_field = (target) =>
  target instanceof HTMLElement && target.dataset.role === 'text_field';

/** What turns Enter and Space into a click by itself. @param {EventTarget | null} target */
const presses_itself = (target) =>
  target instanceof HTMLElement && /^(button|a|input)$/.test(target.localName);

/** @param {Push} push */
export function listen_to_pointers(push) {
  /** @type {Map<number, PointerEvent>} */
  const touches = new Map();
  let span = 0;

  const span_now = () => {
    const [a, b] = [...touches.values()];
    return b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };

  /** @param {PointerEvent} event @param {number} what */
  const send = (event, what) => {
    const type = pointer_types.indexOf(event.pointerType);
    push(input.pointer, what, event.clientX, event.clientY, Math.max(event.button, 0), type);
  };

  /** @param {PointerEvent} event @param {number} what */
  const seen = (event, what) => {
    if (in_panel(event.target)) {
      return;
    }
    if (event.pointerType === 'touch') {
      if (what === phase.up || what === phase.cancel) {
        touches.delete(event.pointerId);
      } else if (what === phase.down || touches.has(event.pointerId)) {
        touches.set(event.pointerId, event);
      }
      if (touches.size === 2) {
        const now = span_now();
        if (what === phase.down) {
          push(input.pointer, phase.cancel, event.clientX, event.clientY, 0, 1);
        } else if (span > 0 && now > 0) {
          push(input.pinch, now / span);
        }
        span = now;
        return;
      }
      span = 0;
    }
    if (event.isPrimary) {
      send(event, what);
    }
  };

  document.addEventListener('pointermove', (event) => seen(event, phase.move));
  document.addEventListener('pointerdown', (event) => {
    // A touch is captured by what it began on, so that lifting elsewhere is seen as well.
    seen(event, phase.down);
  });
  document.addEventListener('pointerup', (event) => seen(event, phase.up));
  document.addEventListener('pointercancel', (event) => seen(event, phase.cancel));
  document.documentElement.addEventListener('pointerleave', (event) => {
    if (event.pointerType === 'mouse') {
      seen(event, phase.cancel);
    }
  });
  document.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || in_panel(event.target)) {
        return;  // the browser's own zoom
      }
      event.preventDefault();
      const unit = [1, wheel_line_pixels, wheel_page_pixels][event.deltaMode];
      push(input.wheel, event.deltaX * unit, event.deltaY * unit, event.clientX, event.clientY);
    },
    { passive: false },
  );
  document.addEventListener('contextmenu', (event) => {
    if (!is_field(event.target) && !in_panel(event.target)) {
      event.preventDefault();
    }
  });
}

/** @param {Push} push */
export function listen_to_keys(push) {
  /** @param {KeyboardEvent} event @param {boolean} down */
  const seen = (event, down) => {
    if (event.isComposing || event.keyCode === 229 || in_panel(event.target)) {
      return;
    }
    if ((event.key === 'Enter' || event.key === ' ') && presses_itself(event.target)) {
      return;
    }
    // Fields keep their keys, but for Escape, which also closes what is around them.
    if (is_field(event.target) && event.key !== 'Escape') {
      return;
    }
    const modifiers =
      (event.shiftKey ? modifier.shift : 0) |
      (event.ctrlKey ? modifier.ctrl : 0) |
      (event.altKey ? modifier.alt : 0) |
      (event.metaKey ? modifier.meta : 0);
    push(input.key, event.code, event.key, down, modifiers, event.repeat);
  };
  document.addEventListener('keydown', (event) => seen(event, true));
  document.addEventListener('keyup', (event) => seen(event, false));
}

const reader_gap_millis_max = 60;
const reader_code_length_min = 4;

/**
 * Code readers type: many characters faster than any person, then Enter. Only when no
 * field has the focus; in a field they write like a keyboard.
 * @param {Push} push
 */
export function listen_to_code_readers(push) {
  let typed = '';
  let last = 0;
  document.addEventListener(
    'keydown',
    (event) => {
      const gap = event.timeStamp - last;
      last = event.timeStamp;
      if (is_field(event.target) || in_panel(event.target) || gap > reader_gap_millis_max) {
        typed = '';
      }
      if (event.key === 'Enter' && typed.length >= reader_code_length_min) {
        event.preventDefault();
        event.stopImmediatePropagation();
        push(...event_message(0, { kind: event_kind.typed_code, text: typed }));
        typed = '';
      } else if (event.key.length === 1 && !is_field(event.target)) {
        typed += event.key;
      } else if (event.key !== 'Shift') {
        typed = '';
      }
    },
    { capture: true },
  );
}

/** @param {EventTarget | null} target */
const in_panel = (target) => target instanceof Element && target.closest('#panel') !== null;
