#include "shell/headless/commands.h"

namespace {

struct Command {
  std::string_view name;
  int (*run)(const linli::headless::Words& words);
};

}  // namespace

int main(int count, char** values) {
  using namespace linli::headless;
  constexpr Command commands[] = {
      {"generate", run_generate}, {"fold", run_fold},     {"verify", run_verify},
      {"export", run_export},     {"import", run_import}, {"bench", run_bench},
      {"help", run_help},         {"--help", run_help},
  };
  if (count < 2) {
    run_help({});
    return 2;
  }
  const Words words(values + 2, values + count);
  for (const Command& command : commands) {
    if (command.name == values[1]) return command.run(words);
  }
  return misuse(values[1]);
}
