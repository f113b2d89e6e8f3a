// The words after the sub-command: options with a value (--seed 7), options without
// (--json) and names of files.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linli::headless {

// What a sub-command understands; anything else is a mistake that is told.
struct Options {
  std::vector<std::string_view> with_value;
  std::vector<std::string_view> flags;
};

class Arguments {
 public:
  Arguments(const std::vector<std::string>& words, const Options& options);

  // The word nobody understands, or an option without its value; empty when all is well.
  const std::string& mistake() const { return mistake_; }
  const std::vector<std::string>& files() const { return files_; }
  bool flag(std::string_view name) const;
  std::optional<std::string> value(std::string_view name) const;
  // A whole number from `min` on; empty when it is none.
  std::optional<int64_t> number(std::string_view name, int64_t otherwise, int64_t min) const;

 private:
  std::map<std::string, std::string, std::less<>> values_;
  std::vector<std::string> files_;
  std::string mistake_;
};

}  // namespace linli::headless
