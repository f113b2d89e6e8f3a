// The page's part: looks whether this browser can do it, starts the worker, and joins
// the worker with the document: twin, text, pointers, routes, requests, panels.
import { missing_for_drawing, missing_for_keeping } from './environment.js';
import { accept_drops } from './files.js';
import { listen_to_code_readers, listen_to_keys, listen_to_pointers } from './input.js';
import { event_kind, event_message } from './messages.js';
import { carry_out, page_requests } from './page_requests.js';
import { action, hide_panel, show_panel, shown_panel } from './panels.js';
import { watch_routes } from './routes.js';
import { SemanticsMirror } from './semantics_mirror.js';
import { read_nodes } from './semantics_wire.js';
import { remembered_language, sentinel } from './storage_notes.js';
import { TextOverlay } from './text_overlay.js';
import { watch_updates } from './updates.js';
import { watch_viewport } from './viewport.js';

/** @typedef {import('./messages.js').Value} Value */
/** @typedef {import('./panels.js').PanelAction} PanelAction */

const demo = globalThis.LINLI_INLINE !== undefined || new URLSearchParams(location.search).has('demo');

/** @param {string} id */
const by_id = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

// The program is fetched and compiled while the worker and the store are still opening.
async function compile_program() {
  const address = new URL('linli.wasm', document.baseURI);
  try {
    return await WebAssembly.compileStreaming(fetch(address));
  } catch {
    // Not every host knows the type that streaming asks for.
    const answer = await fetch(address);
    return WebAssembly.compile(await answer.arrayBuffer());
  }
}

function start_worker() {
  const inline = globalThis.LINLI_INLINE;
  const address = inline
    ? URL.createObjectURL(new Blob([inline.worker], { type: 'text/javascript' }))
    : new URL('worker.js', document.baseURI);
  // A page that was opened from a disk may start classic workers only.
  return new Worker(address, { type: inline ? 'classic' : 'module' });
}

class Page {
  #worker = start_worker();
  #canvas = /** @type {HTMLCanvasElement} */ (by_id('canvas'));
  #mirror;
  #routes;
  #requests;
  #updates;
  /** @type {((report: object) => void)[]} */
  #report_askers = [];

  constructor() {
    const push = (/** @type {[number, ...Value[]]} */ ...message) =>
      this.#worker.postMessage({ push: message });
    this.push = push;
    this.#worker.addEventListener('message', ({ data }) => this.#heard(data));
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (!shown_panel()) {
        show_panel('not_loaded', [action.reload], event.message);
      }
    });
    const twin = by_id('twin');
    const overlay = new TextOverlay(twin, push);
    this.#mirror = new SemanticsMirror(twin, push, overlay);
    this.#routes = watch_routes((route) => this.tell({ kind: event_kind.route, text: route }));
    this.#updates = watch_updates(() => this.tell({ kind: event_kind.update_ready }));
    this.#requests = page_requests({
      show_route: (wanted) => this.#routes.show(wanted),
      reload: () => this.take_update(),
    });
  }

  start() {
    const hub = new URL('.', document.baseURI).href;
    this.tell({ kind: event_kind.page_address, text: hub });
    watch_viewport(this.push);
    const { width, height } = this.#pixels();
    const canvas = this.#canvas.transferControlToOffscreen();
    const hidden = document.visibilityState === 'hidden';
    const wasm = globalThis.LINLI_INLINE?.wasm;
    const start = { canvas, demo, hidden, hub, width, height, wasm };
    canvas.width = width;
    canvas.height = height;
    this.#worker.postMessage({ start }, [canvas]);
    if (!wasm) {
      compile_program().then(
        (program) => this.#worker.postMessage({ program }),
        (error) => this.#worker.postMessage({ program_failed: String(error) }),
      );
    }
    listen_to_code_readers(this.push);
    listen_to_pointers(this.push);
    listen_to_keys(this.push);
    accept_drops((answer) => this.tell(answer));
    this.#watch_size();
    this.#watch_life();
    this.#watch_network();
  }

  /** News that nobody asked for. @param {import('./messages.js').Answer} answer */
  tell(answer) {
    this.push(...event_message(0, answer));
  }

  /** Counters for measuring. @returns {Promise<object>} */
  report() {
    return new Promise((resolve) => {
      this.#report_askers.push(resolve);
      this.#worker.postMessage({ report: true });
    });
  }

  /** Loads the new version that waits, or the same one again. */
  take_update() {
    this.#updates.take();
  }

  /** @param {any} data */
  #heard(data) {
    if (data.semantics) {
      const { nodes, texts_seen } = read_nodes(data.semantics);
      this.#mirror.patch(nodes, texts_seen);
      if (!document.documentElement.dataset.ready) {
        document.documentElement.dataset.ready = `${Math.round(performance.now())}`;
        performance.mark('linli-ready');
      }
    } else if (data.name) {
      carry_out(this.#requests, data.name, data.wanted).then((answer) =>
        this.push(...event_message(data.request, answer)),
      );
    } else if (data.panel !== undefined) {
      this.#panel(data.panel, data.detail);
    } else if (data.style) {
      by_id('twin').style.cssText = data.style;
    } else if (data.full) {
      if (!shown_panel()) {
        show_panel('full', [action.close]);
      }
    } else if (data.store_has_content !== undefined) {
      this.#look_for_lost_store(data.store_has_content);
    } else if (data.reload) {
      location.reload();
    } else if (data.report) {
      this.#report_askers.splice(0).forEach((asker) => asker(data.report));
    }
  }

  /** @param {string} name empty: the reason for one is gone @param {string} [detail] */
  #panel(name, detail) {
    if (!name) {
      hide_panel();
      return;
    }
    /** @type {PanelAction} */
    const take_over = {
      label: 'action_take_over',
      act: () => this.#worker.postMessage({ take_over: true }),
    };
    /** @type {Record<string, PanelAction[]>} */
    const actions = {
      second_tab: [take_over],
      moved: [{ ...action.reload, label: 'action_take_back' }],
      private: [action.demo],
      full: [action.reload],
    };
    show_panel(name, actions[name] ?? [action.reload], detail);
  }

  /** @param {boolean} has_content */
  #look_for_lost_store(has_content) {
    if (!has_content && sentinel()) {
      show_panel('lost_store', [{ ...action.close, label: 'action_go_on' }], sentinel());
    }
  }

  #pixels() {
    const box = this.#canvas.getBoundingClientRect();
    return {
      width: Math.max(1, Math.round(box.width * devicePixelRatio)),
      height: Math.max(1, Math.round(box.height * devicePixelRatio)),
    };
  }

  #watch_size() {
    const send = () => {
      const { width, height } = this.#pixels();
      this.#worker.postMessage({ size: [width, height] });
    };
    new ResizeObserver(send).observe(this.#canvas);
    window.addEventListener('resize', send);
  }

  /** Hidden, frozen, kept for going back, and shown again. */
  #watch_life() {
    const suspend = () => this.#worker.postMessage({ suspend: true });
    const resume = () => this.#worker.postMessage({ resume: true });
    document.addEventListener('visibilitychange', () => {
      const hidden = document.visibilityState === 'hidden';
      this.#worker.postMessage({ hidden });
      this.tell({ kind: hidden ? event_kind.page_hidden : event_kind.page_shown });
    });
    window.addEventListener('pagehide', (event) => event.persisted && suspend());
    window.addEventListener('pageshow', (event) => event.persisted && resume());
    document.addEventListener('freeze', suspend);
    document.addEventListener('resume', resume);
  }

  #watch_network() {
    const send = () => this.tell({ kind: event_kind.online, number: navigator.onLine ? 1 : 0 });
    window.addEventListener('online', send);
    window.addEventListener('offline', send);
    send();
  }
}

async function boot() {
  document.documentElement.lang = remembered_language() || language_of_browser();
  const cannot_draw = missing_for_drawing();
  if (cannot_draw) {
    show_panel(cannot_draw);
    return;
  }
  const cannot_keep = demo ? '' : await missing_for_keeping();
  if (cannot_keep) {
    show_panel(cannot_keep, [action.demo]);
    return;
  }
  const page = new Page();
  globalThis.linli = { report: () => page.report(), take_update: () => page.take_update() };
  page.start();
}

const language_of_browser = () => (/^zh\b/i.test(navigator.language) ? 'zh-CN' : 'en');

boot();
