// SQLite is built without a file system of its own (SQLITE_OS_OTHER) and calls these
// two when it starts and ends.
#include <sqlite3.h>

#include "shell/web/opfs_vfs.h"

extern "C" int sqlite3_os_init() { return linli::shell::register_opfs_vfs(); }
extern "C" int sqlite3_os_end() { return SQLITE_OK; }
