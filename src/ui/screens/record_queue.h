// The review queue: what waits, with its evidence and doubts in words, and approving
// all that is clear in one go after one question.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/query_record.h"

namespace linli::ui {

struct Ui;

class RecordQueue {
 public:
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_row(Ui& ui, const store::RecordRow& row);
  void approve_clear(Ui& ui);
  // Signed in and out, no doubt, not one's own: nothing a reviewer would ask about.
  bool clear(const Ui& ui, const store::RecordRow& row) const;

  uint64_t revision_ = 0;
  int filter_ = 0;
  int wanted_ = 50;
  int64_t count_ = 0;
  int64_t clear_ = 0;
  std::vector<store::RecordRow> rows_;
  bool asking_ = false;
};

}  // namespace linli::ui
