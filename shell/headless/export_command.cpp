#include <sys/stat.h>

#include "app/exchange.h"
#include "shell/headless/arguments.h"
#include "shell/headless/commands.h"
#include "shell/headless/files.h"
#include "shell/headless/native_env.h"

namespace linli::headless {

// linli export FOLDER FILE: everything the store holds, or only what no hub has yet.
int run_export(const Words& words) {
  const Arguments arguments(words, {{}, {"--unsent"}});
  if (!arguments.mistake().empty()) return misuse(arguments.mistake());
  if (arguments.files().size() != 2) return misuse("export");
  const std::string& folder = arguments.files()[0];
  const std::string& path = arguments.files()[1];
  struct stat status {};
  if (stat((folder + "/log.db").c_str(), &status) != 0) {
    return fail(folder, {base::ErrorCode::not_found, folder + "/log.db"});
  }
  NativeEnv env;
  const auto opened =
      app::App::open(env, {folder + "/log.db", folder + "/state.db", "", app::Mode::desk});
  if (!opened.ok()) return fail(folder, opened.error());
  const app::ExportedFile file =
      app::export_file(*opened.value(), arguments.flag("--unsent") ? app::ExportWhat::unsent
                                                                   : app::ExportWhat::everything);
  const base::Status written = write_new_file(path, file.text);
  if (!written.ok()) return fail(path, written.error());
  print(app::Str::tool_exported, {{"operations", std::to_string(file.operations)},
                                  {"bundles", std::to_string(file.bundles)},
                                  {"file", path}});
  return 0;
}

}  // namespace linli::headless
