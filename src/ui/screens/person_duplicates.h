// Pairs in the register that may be one person: compare, merge, take a merge back. What
// is merged stays in the log; nothing is thrown away.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/query_person.h"

namespace linli::ui {

struct Ui;

class PersonDuplicates {
 public:
  void opened(Ui& ui);
  void draw(Ui& ui);

 private:
  void draw_pair(Ui& ui, const store::DuplicatePair& pair);
  void merge(Ui& ui, const core::PersonId& kept, const core::PersonId& merged);
  void undo(Ui& ui);

  uint64_t revision_ = 0;
  std::vector<store::DuplicatePair> pairs_;
  std::vector<std::pair<core::PersonId, core::PersonId>> merged_;  // kept, merged: of this visit
  std::string problem_;
};

}  // namespace linli::ui
