// The worker in which all C++ runs: takes the store lock, opens the files, starts the
// module, draws, and carries out the requests that need no page. It talks to the page
// in plain objects and never touches the document.
import { FrameLoop } from './frame_loop.js';
import { Glyphs } from './glyphs.js';
import { Keys, derive_key } from './keys.js';
import {
  decode,
  encode,
  event_kind,
  event_message,
  input,
  output,
  request_names,
  text_of,
} from './messages.js';
import { read_fields } from './request_fields.js';
import { StoreFiles } from './store_files.js';
import { StoreLock } from './store_lock.js';
import { SyncTransport } from './sync_transport.js';

/**
 * @typedef {object} LinliModule
 * @property {Uint8Array} HEAPU8
 * @property {any} GL
 * @property {(bytes: number) => number} _linli_message_room
 * @property {() => void} _linli_push
 * @property {(demo: number) => void} _linli_start
 * @property {() => number} _linli_frame
 * @property {() => void} _linli_stop
 */

/**
 * What the page sends first.
 * @typedef {object} Start
 * @property {OffscreenCanvas} canvas
 * @property {boolean} demo
 * @property {boolean} hidden
 * @property {string} hub address of the page's folder
 * @property {number} width device pixels
 * @property {number} height
 * @property {Uint8Array} [wasm] when there is nowhere to fetch it from
 */

const directory_name = 'linli';

class Program {
  /** @type {LinliModule | undefined} */
  #module;
  /** @type {FrameLoop | undefined} */
  #loop;
  /** @type {StoreFiles | undefined} */
  #files;
  /** @type {Glyphs | undefined} */
  #glyphs;
  /** @type {OffscreenCanvas | undefined} */
  #canvas;
  #lock = new StoreLock();
  #keys = new Keys();
  /** @type {SyncTransport | undefined} */
  #transport;
  #demo = false;
  #hidden = false;
  #stopped = false;
  #crashed = false;
  /** @type {(program: WebAssembly.Module) => void} */
  take_program = () => {};
  /** @type {(why: Error) => void} */
  miss_program = () => {};
  /** @type {Promise<WebAssembly.Module>} */
  #compiled = new Promise((resolve, reject) => {
    this.take_program = resolve;
    this.miss_program = reject;
  });
  /** @type {[number, ...import('./messages.js').Value[]][]} */
  #early = [];
  /** @type {Promise<void>} */
  #life = Promise.resolve();

  /** @param {Start} start */
  async start(start) {
    this.#demo = start.demo;
    this.#hidden = start.hidden;
    this.#canvas = start.canvas;
    this.#transport = new SyncTransport(this.#keys, start.hub);
    this.#glyphs = new Glyphs();
    const loaded = this.#load(start);
    loaded.catch(() => {});
    if (!start.demo && !(await this.#open_store())) {
      return;
    }
    try {
      this.#module = await loaded;
    } catch (error) {
      say({ panel: 'not_loaded', detail: String(error) });
      return;
    }
    if (!this.#make_context(start.canvas, this.#module)) {
      say({ panel: 'no_webgl' });
      return;
    }
    this.#loop = new FrameLoop(this.#module);
    this.#loop.hidden = this.#hidden;
    this.#early.forEach((message) => this.push(...message));
    this.#early = [];
    this.#module._linli_start(start.demo ? 1 : 0);
    if (!this.#stopped) {
      this.#loop.start();
    }
  }

  /** @param {[number, ...import('./messages.js').Value[]]} message */
  push(...message) {
    if (!this.#module || this.#stopped) {
      if (!this.#module) {
        this.#early.push(message);
      }
      return;
    }
    const [kind, ...values] = message;
    const bytes = encode(kind, values);
    const room = this.#module._linli_message_room(bytes.length);
    this.#module.HEAPU8.set(bytes, room);
    this.#module._linli_push();
    this.#loop?.wake();
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    if (this.#canvas && (this.#canvas.width !== width || this.#canvas.height !== height)) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
  }

  /** @param {boolean} hidden */
  set hidden(hidden) {
    this.#hidden = hidden;
    if (this.#loop) {
      this.#loop.hidden = hidden;
    }
  }

  /** One after the other: freezing and resuming may come faster than files open. */
  suspend() {
    this.#life = this.#life.then(() => this.#suspend());
    return this.#life;
  }

  resume() {
    this.#life = this.#life.then(() => this.#resume());
    return this.#life;
  }

  take_over() {
    return this.#lock.take_over();
  }

  report() {
    return {
      frames: this.#loop?.frames ?? 0,
      frame_millis: this.#loop?.millis ?? 0,
      glyphs: this.#glyphs?.drawn ?? 0,
      glyph_millis: this.#glyphs?.millis ?? 0,
      memory_bytes: this.#module?.HEAPU8.length ?? 0,
    };
  }

  /** @param {Start} start @returns {Promise<LinliModule>} */
  async #load(start) {
    const [{ default: create }, compiled] = await Promise.all([
      import('./linli.mjs'),
      start.wasm ? undefined : this.#compiled,
    ]);
    const glyphs = /** @type {Glyphs} */ (this.#glyphs);
    /** @type {import('./glyphs.js').Glyph | undefined} */
    let drawn;
    /** @param {import('./glyphs.js').Glyph} glyph @param {Float32Array} metrics */
    const hand_over = (glyph, metrics) => {
      drawn = glyph;
      const { width, height, left, top, advance, coloured, pixels } = glyph;
      metrics.set([width, height, left, top, advance, coloured ? 1 : 0, pixels.length]);
    };
    const program = this;
    return create({
      wasmBinary: start.wasm,
      instantiateWasm: compiled && instantiate_with(compiled),
      print: (/** @type {string} */ line) => console.info(line),
      printErr: (/** @type {string} */ line) => console.warn(line),
      onAbort: (/** @type {unknown} */ what) => this.crash(String(what)),
      linli: {
        get files() {
          return program.#files;
        },
        draw_text: (
          /** @type {string} */ text,
          /** @type {number} */ pixels,
          /** @type {number} */ weight,
          /** @type {Float32Array} */ metrics,
        ) => hand_over(glyphs.text(text, pixels, weight), metrics),
        draw_icon: (
          /** @type {string} */ path,
          /** @type {number} */ pixels,
          /** @type {Float32Array} */ metrics,
        ) => hand_over(glyphs.icon(path, pixels), metrics),
        glyph_pixels: () => drawn?.pixels,
        receive: (/** @type {Uint8Array} */ message) => this.#receive(message),
      },
    });
  }

  /** True when the store is open and ours. */
  async #open_store() {
    this.#lock.on_hand_over = () => this.#leave();
    this.#lock.on_stolen = () => this.#leave();
    await this.#lock.take(() => say({ panel: 'second_tab' }));
    say({ panel: '' });
    try {
      this.#files = await StoreFiles.open(await store_directory());
    } catch (error) {
      this.#lock.release();
      say({ panel: panel_of(error), detail: String(error) });
      return false;
    }
    this.#files.on_full = () => say({ full: true });
    say({ store_has_content: this.#files.has_content() });
    return true;
  }

  /** Another page takes the store: close it cleanly and draw no more. */
  async #leave() {
    this.#stop();
    say({ panel: 'moved' });
  }

  #stop() {
    if (this.#stopped) {
      return;
    }
    this.#stopped = true;
    this.#loop?.pause();
    this.#transport?.listen('', () => {});
    this.#module?._linli_stop();
    this.#files?.close();
  }

  async #suspend() {
    if (this.#demo || this.#stopped || !this.#files) {
      return;
    }
    this.#loop?.pause();
    this.#files.close();
    this.#lock.release();
  }

  async #resume() {
    if (this.#demo || this.#stopped || !this.#files || this.#lock.held) {
      return;
    }
    await this.#lock.take(() => say({ panel: 'second_tab' }));
    say({ panel: '' });
    const unchanged = await this.#files.reopen(await store_directory()).catch(() => false);
    if (!unchanged) {
      say({ reload: true });
      return;
    }
    this.#loop?.start();
  }

  /** @param {OffscreenCanvas} canvas @param {LinliModule} module */
  #make_context(canvas, module) {
    const context = module.GL.createContext(canvas, {
      majorVersion: 2,
      minorVersion: 0,
      alpha: false,
      depth: false,
      stencil: false,
      antialias: false,
      premultipliedAlpha: true,
      preserveDrawingBuffer: false,
      powerPreference: 'low-power',
      enableExtensionsByDefault: false,
    });
    if (!context) {
      return false;
    }
    module.GL.makeContextCurrent(context);
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.push(input.context_lost);
    });
    canvas.addEventListener('webglcontextrestored', () => this.push(input.context_restored));
    return true;
  }

  /** @param {string} detail */
  crash(detail) {
    if (this.#crashed) {
      return;
    }
    this.#crashed = true;
    this.#stopped = true;
    this.#loop?.pause();
    this.#files?.close();
    this.#lock.release();
    say({ panel: 'crash', detail });
  }

  /** @param {Uint8Array} message */
  #receive(message) {
    const kind = message[0];
    if (kind === output.semantics) {
      postMessage({ semantics: message }, [message.buffer]);
      return;
    }
    const values = decode(message);
    if (kind === output.request) {
      this.#carry_out(Number(values[0]), request_names[Number(values[1])], values.slice(2));
    } else if (kind === output.style) {
      say({ style: text_of(values[0]) });
    } else if (kind === output.crash) {
      this.crash(text_of(values[0]));
    } else if (kind === output.unusable_store) {
      this.#stop();
      this.#lock.release();
      say({ panel: 'unusable_store', detail: text_of(values[0]) });
    }
  }

  /** @param {number} request @param {string} name @param {(number | Uint8Array)[]} values */
  async #carry_out(request, name, values) {
    const wanted = read_fields(name, values);
    const here = this.#worker_requests[name];
    if (!here) {
      say({ request, name, wanted });
      return;
    }
    const answer = this.#demo && name !== 'derive_key' ? no_demo : await here(wanted, request).catch(failed);
    this.push(...event_message(request, answer));
  }

  /** @type {Record<string, (wanted: any, request: number) => Promise<import('./messages.js').Answer>>} */
  #worker_requests = {
    sign_bytes: async ({ bytes }) => done(await this.#keys.sign(bytes)),
    make_device_key: async ({ fresh }) => done(await this.#keys.make(fresh)),
    http_call: (wanted) => this.#transport_now().call(wanted),
    listen_heads: ({ path }, request) =>
      this.#transport_now().listen(path, (text) =>
        this.push(...event_message(request, { kind: event_kind.head_moved, text })),
      ),
    derive_key: async ({ secret, salt_hex, rounds }) =>
      done(await derive_key(secret, salt_hex, rounds)),
  };

  #transport_now() {
    return /** @type {SyncTransport} */ (this.#transport);
  }
}

/** @param {WebAssembly.Module} compiled */
const instantiate_with =
  (compiled) =>
  (
    /** @type {WebAssembly.Imports} */ imports,
    /** @type {(instance: WebAssembly.Instance) => void} */ done,
  ) => {
    WebAssembly.instantiate(compiled, imports).then(done);
    return {};
  };

/** The demo has no key and no network. */
const no_demo = Object.freeze({ kind: event_kind.failed, code: 'demo' });

/** @param {string} text */
const done = (text) => ({ kind: event_kind.done, text });

/** @param {unknown} error */
const failed = (error) => ({
  kind: event_kind.failed,
  code: error instanceof DOMException && error.name === 'NotFoundError' ? 'no_key' : 'not_supported',
});

/** @param {unknown} error */
function panel_of(error) {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NoModificationAllowedError' || name === 'InvalidStateError') {
    return 'store_busy';
  }
  return name === 'QuotaExceededError' ? 'full' : 'private';
}

async function store_directory() {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(directory_name, { create: true });
}

/** @param {object} message */
const say = (message) => postMessage(message);

const program = new Program();

self.onmessage = async ({ data }) => {
  if (data.push) {
    program.push(.../** @type {[number]} */ (data.push));
  } else if (data.program) {
    program.take_program(data.program);
  } else if (data.program_failed) {
    program.miss_program(new Error(data.program_failed));
  } else if (data.start) {
    await program.start(data.start);
  } else if (data.size) {
    program.resize(data.size[0], data.size[1]);
  } else if (data.hidden !== undefined) {
    program.hidden = data.hidden;
  } else if (data.suspend) {
    await program.suspend();
  } else if (data.resume) {
    await program.resume();
  } else if (data.take_over) {
    await program.take_over();
  } else if (data.report) {
    say({ report: program.report() });
  }
};

// A trap in the program ends it; what was saved is safe.
self.addEventListener('error', (event) => {
  event.preventDefault();
  program.crash(event.message);
});
self.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  program.crash(String(event.reason));
});
