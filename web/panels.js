// Plain HTML panels for what the canvas cannot say: it cannot draw, cannot keep, or has
// crashed. Texts come from page_strings.js, made from assets/strings.

/** @returns {Record<string, string>} */
function strings() {
  const tables = globalThis.linli_page_strings;
  return tables[document.documentElement.lang] ?? tables[navigator.language] ?? tables['zh-CN'];
}

/** @param {string} key */
export const text = (key) => strings()[key] ?? key;

/**
 * @typedef {object} PanelAction
 * @property {string} label key of a text
 * @property {() => void} act
 */

/**
 * Shows the panel `name` (texts `<name>_title`, `<name>_text`) above everything.
 * @param {string} name
 * @param {PanelAction[]} actions the first is the primary one
 * @param {string} [detail] for whoever is asked for help
 */
export function show_panel(name, actions = [], detail = '') {
  const panel = panel_element();
  panel.dataset.panel = name;
  const card = document.createElement('div');
  card.className = 'panel-card';
  card.append(
    element('h1', text(`${name}_title`)),
    element('p', text(`${name}_text`)),
    ...actions.map(({ label, act }, index) => {
      const button = element('button', text(label));
      button.className = index === 0 ? 'primary' : '';
      button.addEventListener('click', act);
      return button;
    }),
  );
  if (detail) {
    card.append(element('pre', detail));
  }
  panel.replaceChildren(card);
  panel.hidden = false;
  for (const id of ['twin', 'canvas']) {
    document.getElementById(id)?.toggleAttribute('inert', true);
  }
  card.querySelector('button')?.focus();
}

export function hide_panel() {
  const panel = panel_element();
  panel.hidden = true;
  delete panel.dataset.panel;
  for (const id of ['twin', 'canvas']) {
    document.getElementById(id)?.toggleAttribute('inert', false);
  }
}

export const shown_panel = () => panel_element().dataset.panel ?? '';

export const action = Object.freeze({
  reload: { label: 'action_reload', act: () => location.reload() },
  demo: {
    label: 'action_demo',
    act: () => location.assign(`${location.pathname}?demo`),
  },
  close: { label: 'action_close', act: hide_panel },
});

/** @returns {HTMLElement} */
function panel_element() {
  const panel = document.getElementById('panel');
  if (!panel) {
    throw new Error('index.html has no panel');
  }
  return panel;
}

/** @param {string} tag @param {string} content */
function element(tag, content) {
  const made = document.createElement(tag);
  made.textContent = content;
  return made;
}
