#include <cerrno>

#include <sys/stat.h>

#include "app/replay.h"
#include "shell/headless/arguments.h"
#include "shell/headless/commands.h"
#include "shell/headless/native_env.h"

namespace linli::headless {

// linli import FOLDER FILE...: into a store on the disk, made when it is not there.
int run_import(const Words& words) {
  const Arguments arguments(words, {{}, {}});
  if (!arguments.mistake().empty()) return misuse(arguments.mistake());
  if (arguments.files().size() < 2) return misuse("import");
  const std::string folder = arguments.files()[0];
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    return fail(folder, {base::ErrorCode::storage_failed, folder});
  }
  const auto files = read_files({arguments.files().begin() + 1, arguments.files().end()});
  if (!files.ok()) return fail("import", files.error());
  NativeEnv env;
  const auto replayed = app::replay(
      env, {folder + "/log.db", folder + "/state.db", "", app::Mode::desk}, files.value());
  if (!replayed.ok()) return fail(folder, replayed.error());
  const app::Taken& taken = replayed.value().taken;
  for (const base::Error& error : taken.refused) fail("bundle", error);
  print(app::Str::tool_taken, {{"bundles", std::to_string(taken.stored_bundles)},
                               {"operations", std::to_string(taken.stored_operations)},
                               {"repeated", std::to_string(taken.repeated_bundles)},
                               {"early", std::to_string(taken.early_bundles)},
                               {"forked", std::to_string(taken.forked_bundles)},
                               {"refused", std::to_string(taken.refused.size())},
                               {"payloads", std::to_string(taken.payloads)}});
  return taken.refused.empty() ? 0 : 1;
}

}  // namespace linli::headless
