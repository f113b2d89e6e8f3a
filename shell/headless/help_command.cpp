#include "shell/headless/commands.h"

namespace linli::headless {

int run_help(const Words&) {
  print(app::Str::tool_help, {});
  return 0;
}

}  // namespace linli::headless
