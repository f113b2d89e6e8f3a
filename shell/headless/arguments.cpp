#include "shell/headless/arguments.h"

#include <algorithm>
#include <charconv>

namespace linli::headless {
namespace {

bool holds(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Arguments::Arguments(const std::vector<std::string>& words, const Options& options) {
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.rfind("--", 0) != 0) {
      files_.push_back(word);
    } else if (holds(options.flags, word)) {
      values_[word] = "";
    } else if (holds(options.with_value, word) && i + 1 < words.size()) {
      values_[word] = words[++i];
    } else if (mistake_.empty()) {
      mistake_ = word;
    }
  }
}

bool Arguments::flag(std::string_view name) const { return values_.find(name) != values_.end(); }

std::optional<std::string> Arguments::value(std::string_view name) const {
  const auto found = values_.find(name);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

std::optional<int64_t> Arguments::number(std::string_view name, int64_t otherwise,
                                         int64_t min) const {
  const auto text = value(name);
  if (!text.has_value()) return otherwise;
  int64_t number = 0;
  const char* end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, number);
  if (read.ec != std::errc() || read.ptr != end || number < min) return std::nullopt;
  return number;
}

}  // namespace linli::headless
