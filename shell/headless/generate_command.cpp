#include "app/generated_space.h"
#include "shell/headless/arguments.h"
#include "shell/headless/commands.h"
#include "shell/headless/files.h"

namespace linli::headless {

int run_generate(const Words& words) {
  const Arguments arguments(words, {{"--seed", "--operations", "--people", "--out"}, {}});
  if (!arguments.mistake().empty()) return misuse(arguments.mistake());
  if (!arguments.files().empty()) return misuse(arguments.files()[0]);
  const auto seed = arguments.number("--seed", 1, 0);
  const auto operations = arguments.number("--operations", 10000, 1);
  const auto people = arguments.number("--people", 0, 0);
  if (!seed) return misuse("--seed");
  if (!operations) return misuse("--operations");
  if (!people) return misuse("--people");

  app::GeneratorPlan plan;
  plan.seed = static_cast<uint64_t>(*seed);
  plan.operations = *operations;
  plan.people = *people;
  const app::GeneratedSpace space = app::generate_space(plan);
  const std::string text =
      sync::write_file(space.space, space.bundle_texts, space.payload_texts, space.receipts);
  const auto out = arguments.value("--out");
  if (!out.has_value()) {
    print(std::string_view(text).substr(0, text.size() - 1));
    return 0;
  }
  const base::Status written = write_new_file(*out, text);
  if (!written.ok()) return fail(*out, written.error());
  print(app::Str::tool_generated, {{"operations", std::to_string(space.operations)},
                                   {"bundles", std::to_string(space.bundle_texts.size())},
                                   {"file", *out}});
  return 0;
}

}  // namespace linli::headless
