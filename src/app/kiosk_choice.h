// The surname choices a kiosk shows after the last digits of a phone number: the real
// ones among common ones, always the same for the same digits, so that neither one look
// nor many tell who is registered here. It must never show a list of people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linli::app {

inline constexpr size_t surname_choices = 8;

// The first character of a name: the surname, or its first half for double surnames.
std::string surname_of(std::string_view name);

// `common` is a text of common surnames, one character each, `|` between them. `seed` is the digits
// typed.
std::vector<std::string> surname_choices_for(const std::vector<std::string>& real,
                                             std::string_view common, std::string_view seed);

}  // namespace linli::app
