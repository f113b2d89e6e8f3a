// Who may use the store: one worker of this browser at a time, by a Web Lock taken
// before any file is opened. Another page is asked to hand over, and the lock is only
// stolen from one that does not answer.

const lock_name = 'linli-store';
const channel_name = 'linli-store';
const answer_millis_max = 1500;
const hand_over_millis_max = 6000;

/** @param {number} millis */
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class StoreLock {
  #channel = new BroadcastChannel(channel_name);
  #release = () => {};
  #held = false;
  #taken = () => {};
  #answered = () => {};
  /** @type {AbortController | undefined} */
  #waiting;
  /** Called when another page wants the store; resolves when the files are closed. */
  on_hand_over = async () => {};
  /** Called when the lock was taken away without asking. */
  on_stolen = () => {};

  constructor() {
    this.#channel.onmessage = ({ data }) => this.#hear(data);
  }

  get held() {
    return this.#held;
  }

  /**
   * Takes the lock as soon as it is free. `on_busy` is called when a living page holds
   * it; waiting goes on, so closing that page is enough.
   * @param {() => void} on_busy
   */
  async take(on_busy) {
    /** @type {Promise<void>} */
    const taken = new Promise((resolve) => {
      this.#taken = resolve;
    });
    this.#waiting = new AbortController();
    this.#request({ signal: this.#waiting.signal });
    // A page that was only reloaded gives the lock up in a moment and does not answer.
    this.#ask('who', answer_millis_max).then((there) => there && !this.#held && on_busy());
    await taken;
  }

  /** Asks the holder to hand over; takes the lock away when it does not answer. */
  async take_over() {
    const gave_way = await this.#ask('hand_over', hand_over_millis_max);
    if (!gave_way && !this.#held) {
      this.#waiting?.abort();
      this.#request({ steal: true });
    }
  }

  release() {
    this.#held = false;
    this.#release();
  }

  /** @param {LockOptions} options */
  #request(options) {
    navigator.locks
      .request(lock_name, options, () => {
        this.#held = true;
        this.#taken();
        return new Promise((release) => {
          this.#release = () => release(undefined);
        });
      })
      .catch(() => {
        // Either we stopped waiting ourselves or another page stole the lock.
        if (this.#held) {
          this.#held = false;
          this.on_stolen();
        }
      });
  }

  /** @param {string} question @param {number} millis */
  #ask(question, millis) {
    const answer = new Promise((resolve) => {
      this.#answered = () => resolve(true);
    });
    this.#channel.postMessage(question);
    return Promise.race([answer, pause(millis).then(() => false)]);
  }

  /** @param {string} said */
  async #hear(said) {
    if (said === 'here' || said === 'handed_over') {
      this.#answered();
    } else if (this.#held && said === 'who') {
      this.#channel.postMessage('here');
    } else if (this.#held && said === 'hand_over') {
      await this.on_hand_over();
      this.release();
      this.#channel.postMessage('handed_over');
    }
  }
}
