// One page written and flushed, again and again; answers with the median in microseconds.
self.onmessage = async ({ data: count }) => {
  const root = await navigator.storage.getDirectory();
  const file = await root.getFileHandle('raw_writes', { create: true });
  const handle = await file.createSyncAccessHandle();
  handle.truncate(0);
  const page = new Uint8Array(4096).fill(1);
  const micros = [];
  for (let at = 0; at < count; at += 1) {
    const begin = performance.now();
    handle.write(page, { at: at * page.length });
    handle.flush();
    micros.push((performance.now() - begin) * 1000);
  }
  handle.close();
  await root.removeEntry('raw_writes');
  micros.sort((a, b) => a - b);
  self.postMessage(micros[Math.floor(count / 2)]);
};
