// How people are said in lists: masked for who needs no more, and their roles, categories
// and times in words. It must never show a name that the caller did not mask on purpose.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/strings.h"
#include "core/enums.h"
#include "store/query_person.h"

namespace linli::ui {

struct Ui;

enum class Names : uint8_t { masked, whole };

// The name, or a word for someone whose name is not known here.
std::string name_text(const Ui& ui, std::string_view name, Names names);
std::string phone_text(std::string_view phone, Names names);
// Joins what is not empty: 张*，朝西站 in a list of words, with · between facts.
std::string joined(const Ui& ui, const std::vector<std::string>& words);
std::string facts(const std::vector<std::string>& parts);

template <class E>
std::vector<E> words_of_set(int64_t set) {
  std::vector<E> words;
  for (size_t i = 0; i < core::enum_count<E>(); ++i) {
    if ((set >> i) & 1) words.push_back(static_cast<E>(i));
  }
  return words;
}

std::string roles_text(const Ui& ui, int64_t roles);
std::string categories_text(const Ui& ui, int64_t categories);
// The second line of a person in a list.
std::string person_line(const Ui& ui, const store::PersonRow& row, Names names);
app::Str duplicate_text(store::DuplicateReason reason);
app::Str slot_text(int slot);  // morning, afternoon, evening

}  // namespace linli::ui
