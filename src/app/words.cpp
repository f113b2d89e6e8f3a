#include "app/words.h"

#include <algorithm>
#include <iterator>

#include "generated/string_tables.h"

namespace linli::app {
namespace {

// ReplicaRole becomes replica_role.
std::string snake(std::string_view camel) {
  std::string out;
  for (char c : camel) {
    if (c >= 'A' && c <= 'Z') {
      if (!out.empty()) out.push_back('_');
      out.push_back(static_cast<char>(c - 'A' + 'a'));
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace

std::optional<Str> find_string(std::string_view name) {
  const auto* found = std::lower_bound(std::begin(string_names), std::end(string_names), name);
  if (found == std::end(string_names) || *found != name) return std::nullopt;
  return static_cast<Str>(found - std::begin(string_names));
}

Str string_named(std::string_view name) {
  const std::optional<Str> found = find_string(name);
  CHECK(found.has_value());
  return *found;
}

Str word_named(std::string_view enum_title, std::string_view value) {
  // The keyword-free spelling of a value may end in an underscore in C++.
  while (!value.empty() && value.back() == '_') value.remove_suffix(1);
  return string_named("word_" + snake(enum_title) + "_" + std::string(value));
}

Str word(core::Refusal refusal) {
  return string_named("refusal_" + std::string(core::name(refusal)));
}

Str word(core::Flag flag) { return string_named("flag_" + std::string(core::name(flag))); }

Str word(base::ErrorCode code) { return string_named("error_" + std::string(base::name(code))); }

}  // namespace linli::app
