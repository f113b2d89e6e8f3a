// Keeps one whole version of the app and serves it without a network. A new version is
// fetched completely, each file checked by its hash, before anything of it is used, and
// waits until the person agrees. Versions are never mixed.

const manifest_name = 'manifest.build.json';
const cache_prefix = 'linli-';
const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const base = new URL('.', scope.location.href).href;

/** @typedef {{version: string, files: {path: string, bytes: number, sha256: string}[]}} Manifest */

/** @param {ArrayBuffer} bytes */
async function sha256_hex(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns {Promise<Manifest>} */
async function fetch_manifest() {
  const response = await fetch(new URL(manifest_name, base), { cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`${manifest_name}: ${response.status}`);
  }
  return response.json();
}

/**
 * The same bytes from an older version's cache, or from the host.
 * @param {Manifest['files'][number]} file
 */
async function fetch_file(file) {
  const address = new URL(file.path, base).href;
  const kept = await caches.match(address);
  for (const attempt of [async () => kept, () => fetch(address, { cache: 'no-cache' })]) {
    const response = await attempt();
    if (response?.ok && (await sha256_hex(await response.clone().arrayBuffer())) === file.sha256) {
      return response;
    }
  }
  throw new Error(`${file.path} is not what the manifest says`);
}

async function install() {
  const manifest = await fetch_manifest();
  const name = cache_prefix + manifest.version;
  const cache = await caches.open(name);
  try {
    await Promise.all(
      manifest.files
        .filter((file) => file.path !== 'service_worker.js')
        .map(async (file) => cache.put(new URL(file.path, base), await fetch_file(file))),
    );
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await remember('installed', manifest.version);
}

async function activate() {
  const version = await remembered('installed');
  await remember('active', version);
  const names = await caches.keys();
  const old = names.filter(
    (name) => name.startsWith(cache_prefix) && ![cache_prefix + version, notes_name].includes(name),
  );
  await Promise.all(old.map((name) => caches.delete(name)));
}

const notes_name = `${cache_prefix}notes`;

/** @param {string} what @param {string} text */
async function remember(what, text) {
  const notes = await caches.open(notes_name);
  await notes.put(new URL(`note-${what}`, base), new Response(text));
}

/** @param {string} what */
async function remembered(what) {
  const notes = await caches.open(notes_name);
  const note = await notes.match(new URL(`note-${what}`, base));
  return (await note?.text()) ?? '';
}

/** @param {Request} request */
async function answer(request) {
  const address = new URL(request.url);
  address.hash = '';
  address.search = '';
  if (address.href === base) {
    address.pathname += 'index.html';
  }
  const version = await remembered('active');
  const cache = await caches.open(cache_prefix + version);
  return (await cache.match(address.href)) ?? fetch(request);
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', (event) => {
  if (event.data === 'take_over') {
    event.waitUntil(scope.skipWaiting());
  }
});
scope.addEventListener('fetch', (event) => {
  const { url, method } = event.request;
  const ours = url.startsWith(base) && !url.startsWith(new URL('api/', base).href);
  if (method === 'GET' && ours) {
    event.respondWith(answer(event.request));
  }
});
