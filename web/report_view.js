// Prints a clean HTML view through a hidden frame with a style sheet of its own. The
// view cannot run scripts or load anything.
import { event_kind } from './messages.js';

/**
 * @param {{title: string, html: string}} report
 * @returns {Promise<import('./messages.js').Answer>}
 */
export async function print_html({ title, html }) {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.className = 'report-frame';
  document.body.append(frame);
  const view = frame.contentWindow;
  const page = frame.contentDocument;
  if (!view || !page) {
    frame.remove();
    return { kind: event_kind.failed, code: 'not_supported' };
  }
  page.documentElement.lang = document.documentElement.lang;
  page.title = title;
  const style = page.createElement('link');
  style.rel = 'stylesheet';
  style.href = globalThis.LINLI_INLINE?.files['report.css'] ?? new URL('report.css', document.baseURI).href;
  const styled = new Promise((resolve) => {
    style.onload = resolve;
    style.onerror = resolve;
  });
  page.head.append(style);
  page.body.innerHTML = html;
  await Promise.all([styled, page.fonts.ready]);
  await Promise.all(Array.from(page.images, (image) => image.decode().catch(() => {})));
  // The name of a file that is printed to is the title of the outer page.
  const title_before = document.title;
  document.title = title;
  view.addEventListener('afterprint', () => frame.remove());
  view.print();
  document.title = title_before;
  return { kind: event_kind.done };
}
