#include "ui/screens/person_words.h"

#include "app/words.h"
#include "core/person_name.h"
#include "ui/ui.h"

namespace linli::ui {

using app::Str;

std::string name_text(const Ui& ui, std::string_view name, Names names) {
  if (name.empty()) return std::string(ui.tr(Str::people_nameless));
  return names == Names::whole ? std::string(name) : core::masked_name(name);
}

std::string phone_text(std::string_view phone, Names names) {
  return names == Names::whole ? std::string(phone) : core::masked_phone(phone);
}

std::string joined(const Ui& ui, const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    if (!all.empty()) all += ui.language == app::Language::en ? ", " : "\xE3\x80\x81";
    all += word;
  }
  return all;
}

std::string facts(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!all.empty()) all += " · ";
    all += part;
  }
  return all;
}

std::string roles_text(const Ui& ui, int64_t roles) {
  std::vector<std::string> words;
  for (const auto role : words_of_set<core::PersonRole>(roles)) {
    words.emplace_back(ui.tr(app::word(role)));
  }
  return joined(ui, words);
}

std::string categories_text(const Ui& ui, int64_t categories) {
  std::vector<std::string> words;
  for (const auto category : words_of_set<core::Category>(categories)) {
    words.emplace_back(ui.tr(app::word(category)));
  }
  return joined(ui, words);
}

std::string person_line(const Ui& ui, const store::PersonRow& row, Names names) {
  return facts({phone_text(row.phone, names), roles_text(ui, row.roles), row.site_name,
                categories_text(ui, row.categories)});
}

Str duplicate_text(store::DuplicateReason reason) {
  switch (reason) {
    case store::DuplicateReason::same_phone:
      return Str::people_same_phone;
    case store::DuplicateReason::same_name_and_year:
      return Str::people_same_name_and_year;
    case store::DuplicateReason::same_name:
      break;
  }
  return Str::people_same_name;
}

Str slot_text(int slot) {
  if (slot == 0) return Str::people_morning;
  return slot == 1 ? Str::people_afternoon : Str::people_evening;
}

}  // namespace linli::ui
