// Draws when C++ wants a frame and never else. A hidden page gets no animation frames,
// so work that must go on there (sending, receiving) goes on in frames by timers.

const hidden_millis_min = 250;

export class FrameLoop {
  #module;
  #timer = 0;
  #frame = 0;
  #hidden = false;
  #paused = true;
  frames = 0;
  millis = 0;

  /** @param {import('./worker.js').LinliModule} module */
  constructor(module) {
    this.#module = module;
  }

  start() {
    this.#paused = false;
    this.wake();
  }

  pause() {
    this.#paused = true;
    this.#cancel();
  }

  /** @param {boolean} hidden */
  set hidden(hidden) {
    this.#hidden = hidden;
    this.#cancel();
    this.wake();
  }

  /** Something happened: look at it with the next frame. */
  wake() {
    if (this.#paused || this.#frame) {
      return;
    }
    if (this.#hidden) {
      if (!this.#timer) {
        this.#later(0);
      }
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw() {
    const start = performance.now();
    const wanted = this.#module._linli_frame();
    this.frames += 1;
    this.millis += performance.now() - start;
    this.#schedule(wanted);
  }

  /** @param {number} wanted milliseconds, negative for never */
  #schedule(wanted) {
    if (wanted < 0) {
      return;
    }
    if (wanted === 0 && !this.#hidden) {
      this.wake();
    } else {
      this.#later(wanted);
    }
  }

  /** @param {number} millis */
  #later(millis) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#timer = 0;
        if (this.#paused) {
          return;
        }
        if (this.#hidden) {
          this.#draw();
        } else {
          this.wake();
        }
      },
      this.#hidden ? Math.max(millis, hidden_millis_min) : millis,
    );
  }

  #cancel() {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#timer = 0;
    this.#frame = 0;
  }
}
