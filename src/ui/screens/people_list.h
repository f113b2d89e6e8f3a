// The register as a list: search that answers while typing, filters, masked rows. It
// reads keyset pages and draws only the rows in sight, so its length does not matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_person.h"
#include "store/query_space.h"
#include "ui/screens/person_words.h"

namespace linli::ui {

class PeopleList {
 public:
  void opened(Ui& ui);
  void draw(Ui& ui);

 private:
  void draw_title(Ui& ui);
  void draw_filters(Ui& ui);
  void draw_roles(Ui& ui);
  void draw_selects(Ui& ui, float width);
  void draw_masking(Ui& ui);
  void draw_rows(Ui& ui);
  void draw_nobody(Ui& ui);
  bool filtered() const;
  void read(Ui& ui);
  void read_more(Ui& ui);
  store::PersonFilter filter() const;

  std::string search_;
  int role_ = 0;  // all, volunteers, recipients
  int category_ = 0;
  int team_ = 0;
  Names names_ = Names::masked;
  bool stale_ = true;
  uint64_t revision_ = 0;
  std::vector<store::TeamRow> teams_;
  store::PeopleCounts counts_;
  std::vector<store::PersonRow> rows_;
  std::optional<store::PersonCursor> next_;
};

}  // namespace linli::ui
