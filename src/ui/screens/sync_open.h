// What needs a person: requests that were refused and nobody has read, and facts that
// were kept but are in doubt. Each with its reason in a sentence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/operation.h"
#include "store/query_sync.h"

namespace linli::ui {

struct Ui;

class SyncOpen {
 public:
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_refusals(Ui& ui);
  void draw_flags(Ui& ui);
  void record(Ui& ui, core::Body body);
  std::string second_line(Ui& ui, const store::OutcomeRow& row) const;

  uint64_t revision_ = 0;
  int shown_ = 0;
  std::vector<store::OutcomeRow> refusals_;
  std::vector<store::OutcomeRow> flags_;
  store::OpenOutcomes count_;
};

}  // namespace linli::ui
