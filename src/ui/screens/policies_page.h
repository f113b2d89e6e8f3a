// The rules of earning and redeeming with the day from which they hold, newest first, and
// the form that adopts a preset of a known programme, changed where this branch differs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/policy_presets.h"
#include "core/policy.h"

namespace linli::ui {

struct Ui;

class PoliciesPage {
 public:
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_policy(Ui& ui, const core::Policy& policy, bool in_force);
  void open_form(Ui& ui);
  void fill_form(const core::PolicyAdopted& draft);
  void draw_form(Ui& ui);
  void adopt(Ui& ui);

  uint64_t revision_ = 0;
  std::vector<core::Policy> policies_;
  std::optional<core::Policy> in_force_;

  bool adopting_ = false;
  std::vector<app::PolicyPreset> presets_;
  int preset_ = -1;
  core::PolicyAdopted draft_;
  std::optional<base::Day> effective_;
  int rounding_ = 0;
  int64_t points_per_hour_ = 1;
  int64_t cap_day_hours_ = 0;
  int64_t gate_hours_ = 0;
  int64_t redeem_age_ = 0;
  bool training_required_ = false;
  std::string problem_;
};

}  // namespace linli::ui
