// New versions: the service worker fetches one whole beside the old, and it is taken
// only when the person agrees. Without a service worker the page is simply reloaded.

/**
 * @param {() => void} on_ready
 */
export function watch_updates(on_ready) {
  // A single file has nothing to fetch.
  const workers = globalThis.LINLI_INLINE ? undefined : navigator.serviceWorker;
  /** @type {ServiceWorker | null | undefined} */
  let waiting;

  /** @param {ServiceWorkerRegistration} registration */
  const look = (registration) => {
    // The first version has nothing to replace.
    if (registration.waiting && workers?.controller) {
      waiting = registration.waiting;
      on_ready();
    }
  };

  workers
    ?.register(new URL('service_worker.js', document.baseURI), { updateViaCache: 'none' })
    .then((registration) => {
      look(registration);
      registration.addEventListener('updatefound', () => {
        const coming = registration.installing;
        coming?.addEventListener('statechange', () => look(registration));
      });
    })
    .catch(() => {
      // No service worker here: the app works, but not without a connection to its host.
    });

  return {
    take() {
      if (!waiting || !workers) {
        location.reload();
        return;
      }
      workers.addEventListener('controllerchange', () => location.reload(), { once: true });
      waiting.postMessage('take_over');
    },
  };
}
