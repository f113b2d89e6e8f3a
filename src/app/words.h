// The word on screen for a value of a closed vocabulary: word(Category::poor) is the
// string word_category_poor, a refusal is refusal_<name>. A test walks every value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "core/enums.h"
#include "core/refusal.h"
#include "generated/strings.h"

namespace linli::app {

// The string of this name, or nothing.
std::optional<Str> find_string(std::string_view name);

// CHECKs that the string exists; the test over all values keeps that true.
Str string_named(std::string_view name);

Str word_named(std::string_view enum_title, std::string_view value);

template <class E>
Str word(E value) {
  return word_named(core::enum_title(E{}), core::name(value));
}
Str word(core::Refusal refusal);
Str word(core::Flag flag);
Str word(base::ErrorCode code);

}  // namespace linli::app
