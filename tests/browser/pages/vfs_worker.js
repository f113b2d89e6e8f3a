// Runs the VFS suite over OPFS and reports its lines; `filter` picks cases.
import { StoreFiles } from '/web/store_files.js';
import create_suite from '/build/linli_vfs_test.mjs';

self.onmessage = async ({ data }) => {
  const root = await navigator.storage.getDirectory();
  const directory = await root.getDirectoryHandle('vfs_suite', { create: true });
  const files = await StoreFiles.open(directory);
  const lines = [];
  const suite = await create_suite({
    linli: { files },
    print: (line) => lines.push(line),
    printErr: (line) => lines.push(line),
  });
  let code = -1;
  try {
    code = suite.callMain(data.arguments);
  } catch (error) {
    code = error.status ?? -1;
    lines.push(String(error));
  }
  files.close();
  self.postMessage({ code, lines });
};
