// A field that finds a person while typing and holds the one that was chosen. Its list is
// short, with masked phones; it never shows anybody before something is typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/query_person.h"

namespace linli::ui {

struct Ui;

struct PickerOptions {
  int64_t roles = 0;  // any of these; 0 = all
  std::string_view error = {};
  std::string_view hint = {};
};

class PersonPicker {
 public:
  void clear();
  void choose(Ui& ui, const core::PersonId& person);
  const std::optional<store::PersonRow>& chosen() const { return chosen_; }
  const std::string& typed() const { return typed_; }
  // Nobody was found for what is typed.
  bool nobody() const { return !typed_.empty() && found_.empty(); }
  // True when the choice changed.
  bool draw(Ui& ui, std::string_view key, std::string_view label, const PickerOptions& options);

 private:
  void look_up(Ui& ui);

  std::string typed_;
  std::vector<store::PersonRow> found_;
  std::optional<store::PersonRow> chosen_;
  core::PersonId wanted_;  // chosen by id, not read yet
};

}  // namespace linli::ui
