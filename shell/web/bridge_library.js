// The JavaScript half of bridge.h, linked into the module. Each function hands over to
// the object that the worker passed to the module's factory as `linli`.
mergeInto(LibraryManager.library, {
  linli_opfs_slot: function (name) {
    return Module['linli']['files']['slot'](UTF8ToString(name));
  },
  linli_opfs_read: function (slot, to, bytes, offset) {
    return Module['linli']['files']['read'](slot, HEAPU8.subarray(to, to + bytes), offset);
  },
  linli_opfs_write: function (slot, from, bytes, offset) {
    return Module['linli']['files']['write'](slot, HEAPU8.subarray(from, from + bytes), offset);
  },
  linli_opfs_truncate: function (slot, size) {
    return Module['linli']['files']['truncate'](slot, size);
  },
  linli_opfs_flush: function (slot) {
    return Module['linli']['files']['flush'](slot);
  },
  linli_opfs_size: function (slot) {
    return Module['linli']['files']['size'](slot);
  },
  linli_unix_millis: function () {
    return Date.now();
  },
  linli_monotonic_millis: function () {
    return performance.now();
  },
  linli_zone_minutes: function (unix_millis) {
    return -new Date(unix_millis).getTimezoneOffset();
  },
  linli_fill_random: function (to, bytes) {
    // Browsers refuse to fill a view of growable memory, so a copy is filled.
    const random = new Uint8Array(bytes);
    for (let at = 0; at < bytes; at += 65536) {
      crypto.getRandomValues(random.subarray(at, Math.min(bytes, at + 65536)));
    }
    HEAPU8.set(random, to);
  },
  linli_draw_text: function (text, bytes, pixels, weight, metrics) {
    const to = HEAPF32.subarray(metrics >> 2, (metrics >> 2) + 7);
    Module['linli']['draw_text'](UTF8ToString(text, bytes), pixels, weight, to);
  },
  linli_draw_icon: function (path, bytes, pixels, metrics) {
    const to = HEAPF32.subarray(metrics >> 2, (metrics >> 2) + 7);
    Module['linli']['draw_icon'](UTF8ToString(path, bytes), pixels, to);
  },
  linli_glyph_pixels: function (to) {
    HEAPU8.set(Module['linli']['glyph_pixels'](), to);
  },
  linli_send: function (message, bytes) {
    Module['linli']['receive'](HEAPU8.slice(message, message + bytes));
  },
});
