// One need: what is asked for, who has it, who would suit and why, what was refused. The
// screen suggests; the coordinator decides.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "store/query_need.h"
#include "ui/screens/need_actions.h"

namespace linli::ui {

struct Ui;

class NeedPageView {
 public:
  void opened(Ui& ui, const core::NeedId& need);
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  bool takes_volunteers() const;
  bool wants_suggestions(const Ui& ui) const;
  void draw_title(Ui& ui);
  void draw_facts(Ui& ui);
  void draw_holders(Ui& ui);
  void draw_candidates(Ui& ui);
  void draw_candidate(Ui& ui, const store::Candidate& candidate, bool best);
  void draw_end(Ui& ui);

  core::NeedId need_;
  uint64_t revision_ = 0;
  std::optional<store::NeedDetail> detail_;
  std::vector<store::Candidate> candidates_;
  std::vector<store::RefusedRequest> refused_;
  NeedActions actions_;
};

}  // namespace linli::ui
