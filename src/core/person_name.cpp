#include "core/person_name.h"

#include <algorithm>

#include "base/utf8.h"
#include "generated/pinyin_initials.h"

namespace linli::core {
namespace {

// Longer names are found by their beginning; this only bounds the index.
constexpr size_t kPartsOfNameMax = 8;
constexpr size_t kMainlandPhoneDigits = 11;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
bool is_letter(char c) { return upper(c) >= 'A' && upper(c) <= 'Z'; }

std::string upper_text(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), upper);
  return out;
}

bool joins_number(char c) {
  return is_digit(c) || c == ' ' || c == '-' || c == '(' || c == ')' || c == '+';
}

}  // namespace

std::string masked_name(std::string_view name) {
  const std::string trimmed = base::trimmed(name);
  if (trimmed.empty()) return {};
  return std::string(base::head_code_points(trimmed, 1)) + "*";
}

std::string masked_phone(std::string_view phone) {
  const std::string digits = phone_digits(phone);
  if (digits.empty()) return {};
  const size_t head = digits.size() >= kMainlandPhoneDigits ? 3 : 0;
  const size_t tail = digits.size() >= 7 ? 4 : std::min<size_t>(2, digits.size() / 2);
  return digits.substr(0, head) + "****" + digits.substr(digits.size() - tail);
}

std::string phone_digits(std::string_view phone) {
  std::string digits;
  for (const char c : phone) {
    if (is_digit(c)) digits += c;
  }
  for (const std::string_view country : {"0086", "86"}) {
    if (digits.size() == kMainlandPhoneDigits + country.size() &&
        std::string_view(digits).substr(0, country.size()) == country) {
      return digits.substr(country.size());
    }
  }
  return digits;
}

std::string phone_tail(std::string_view phone) {
  const std::string digits = phone_digits(phone);
  return digits.size() < 4 ? std::string() : digits.substr(digits.size() - 4);
}

std::string name_initials(std::string_view name) {
  std::string initials;
  size_t offset = 0;
  for (const base::SurnameInitials& entry : base::surname_initials) {
    if (name.substr(0, entry.surname.size()) == entry.surname) {
      initials = entry.letters;
      offset = entry.surname.size();
      break;
    }
  }
  bool in_word = false;
  while (offset < name.size()) {
    const char first = name[offset];
    const char32_t code_point = base::next_code_point(name, offset);
    if (is_letter(first)) {
      if (!in_word) initials += upper(first);
      in_word = true;
      continue;
    }
    const char letter = base::pinyin_initial(code_point);
    if (letter != '\0') initials += letter;
    in_word = code_point >= 0x80 && letter == '\0' && in_word;  // é goes on with its word
  }
  return initials;
}

std::string search_key(std::string_view text) {
  const std::string key = upper_text(base::trimmed(text));
  const bool number = !key.empty() && std::all_of(key.begin(), key.end(), joins_number) &&
                      std::any_of(key.begin(), key.end(), is_digit);
  return number ? phone_digits(key) : key;
}

std::vector<std::string> search_parts(std::string_view name, std::string_view phone) {
  std::vector<std::string> parts;
  const std::string whole = upper_text(base::trimmed(name));
  bool in_word = false;
  for (size_t offset = 0; offset < whole.size() && parts.size() < kPartsOfNameMax;) {
    const size_t begin = offset;
    const char32_t code_point = base::next_code_point(whole, offset);
    const bool han = base::pinyin_initial(code_point) != '\0';
    const bool gap = code_point == ' ' || code_point == U'·' || code_point == U'-';
    if (!gap && (han || !in_word)) parts.push_back(whole.substr(begin));
    in_word = !gap && !han;
  }
  const std::string initials = name_initials(whole);
  for (size_t i = 0; i < initials.size() && i < kPartsOfNameMax; ++i) {
    parts.push_back(initials.substr(i));
  }
  const std::string digits = phone_digits(phone);
  if (!digits.empty()) parts.push_back(digits);
  if (digits.size() > 4) parts.push_back(phone_tail(digits));
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  return parts;
}

}  // namespace linli::core
