// What may be said of a name or a phone in a list, and every way to begin typing it in a
// search. Pure text rules; pinyin initials are for finding only, never for facts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linli::core {

// 张三丰 → 张*, Maria → M*. Tells neither the rest nor its length.
std::string masked_name(std::string_view name);
// 13812341234 → 138****1234; shorter numbers keep less.
std::string masked_phone(std::string_view phone);

// The digits of a phone number in any spelling; a leading +86 or 0086 is dropped.
std::string phone_digits(std::string_view phone);
// The last four digits, or empty when there are fewer.
std::string phone_tail(std::string_view phone);

// 张三丰 → ZSF (surnames by their reading as surnames), Maria Lopez → ML.
std::string name_initials(std::string_view name);

// The form in which typed and stored text is compared: trimmed, ASCII in upper case, and
// spaces and dashes left out of numbers.
std::string search_key(std::string_view text);
// Search keys of every part of a name and phone that a person may begin with.
std::vector<std::string> search_parts(std::string_view name, std::string_view phone);

}  // namespace linli::core
