// Carries out, on the page, what C++ asks of the world (app::Request) and answers with
// an event of the same number. Requests that need no page are carried out by the worker.
import { scan_code } from './camera.js';
import { pick_file, save_file } from './files.js';
import { set_kiosk } from './kiosk.js';
import { event_kind } from './messages.js';
import { show_picture } from './picture_view.js';
import { print_html } from './report_view.js';
import { ask_persistence, remember_language, remember_sentinel } from './storage_notes.js';

/** @typedef {import('./messages.js').Answer} Answer */

const done = Object.freeze({ kind: event_kind.done });

/**
 * @param {{show_route: (wanted: {route: string, replace: boolean}) => void,
 *   reload: () => void}} page
 * @returns {Record<string, (wanted: any) => Promise<Answer> | Answer>}
 */
export function page_requests(page) {
  return {
    pick_file,
    scan_code,
    save_file: (wanted) => {
      save_file(wanted);
      return done;
    },
    print_html,
    speak: ({ text, language }) => {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = language;
      speechSynthesis.cancel();
      speechSynthesis.speak(words);
      return done;
    },
    copy_text: async ({ text }) => {
      await navigator.clipboard.writeText(text);
      return done;
    },
    show_route: (wanted) => {
      page.show_route(wanted);
      return done;
    },
    kiosk: async ({ on }) => {
      await set_kiosk(on);
      return done;
    },
    ask_persistence,
    remember_sentinel: ({ text }) => {
      remember_sentinel(text);
      return done;
    },
    reload: () => {
      page.reload();
      return done;
    },
    open_demo: ({ on }) => {
      location.assign(location.pathname + (on ? '?demo' : ''));
      return done;
    },
    show_picture: async (wanted) => {
      await show_picture(wanted);
      return done;
    },
    set_language: ({ language }) => {
      document.documentElement.lang = language;
      remember_language(language);
      return done;
    },
  };
}

/**
 * @param {ReturnType<typeof page_requests>} table
 * @param {string} name @param {unknown} wanted
 * @returns {Promise<Answer>}
 */
export async function carry_out(table, name, wanted) {
  try {
    return await table[name](wanted);
  } catch (error) {
    const refused = error instanceof DOMException && error.name === 'NotAllowedError';
    return { kind: event_kind.failed, code: refused ? 'refused' : 'not_supported' };
  }
}
