#include "app/kiosk_choice.h"

#include <algorithm>

#include "base/crypto.h"
#include "base/utf8.h"

namespace linli::app {
namespace {

void add_once(std::vector<std::string>& list, std::string text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
    list.push_back(std::move(text));
  }
}

}  // namespace

std::string surname_of(std::string_view name) {
  return std::string(base::head_code_points(name, 1));
}

std::vector<std::string> surname_choices_for(const std::vector<std::string>& real,
                                             std::string_view common, std::string_view seed) {
  std::vector<std::string> choices;
  for (const std::string& surname : real) add_once(choices, surname);
  std::vector<std::string> decoys;
  for (size_t at = 0; at < common.size();) {
    const size_t begin = at;
    base::next_code_point(common, at);
    const std::string_view one = common.substr(begin, at - begin);
    if (one != "|") add_once(decoys, std::string(one));
  }
  // An order that depends on the digits alone: asking again shows the same choices.
  const auto rank = [seed](const std::string& surname) {
    return base::sha256_hex("linli.surname/1\n" + std::string(seed) + "\n" + surname);
  };
  std::sort(decoys.begin(), decoys.end(),
            [&rank](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
  const size_t wanted = std::max(surname_choices, choices.size());
  for (std::string& decoy : decoys) {
    if (choices.size() >= wanted) break;
    add_once(choices, std::move(decoy));
  }
  std::sort(choices.begin(), choices.end(),
            [&rank](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
  return choices;
}

}  // namespace linli::app
