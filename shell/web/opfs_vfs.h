// SQLite's file system in the browser: a fixed set of store files whose sync access
// handles the worker opened beforehand. A deleted file is an empty one; it must never
// delete or create anything in the directory, and never lock: a Web Lock is held.
#pragma once

namespace linli::shell {

inline constexpr const char* opfs_vfs_name = "linli-opfs";

// Registers the VFS as SQLite's default. SQLite3 Multiple Ciphers wraps whatever is the
// default when SQLite starts, so this must come first. Returns SQLite's result code.
int register_opfs_vfs();

}  // namespace linli::shell
