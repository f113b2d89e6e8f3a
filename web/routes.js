// The address bar: #/needs/… is where a person is, and back and forward move there.

const route_now = () => decodeURIComponent(location.hash.replace(/^#/, ''));

/** @param {(route: string) => void} moved */
export function watch_routes(moved) {
  let shown = route_now();
  const look = () => {
    if (route_now() !== shown) {
      shown = route_now();
      moved(shown);
    }
  };
  window.addEventListener('popstate', look);
  window.addEventListener('hashchange', look);
  if (shown) {
    moved(shown);
  }
  return {
    /** @param {{route: string, replace: boolean}} wanted */
    show({ route, replace }) {
      if (route === shown) {
        return;
      }
      shown = route;
      const address = `${location.pathname}${location.search}#${route}`;
      history[replace ? 'replaceState' : 'pushState'](null, '', address);
    },
  };
}
