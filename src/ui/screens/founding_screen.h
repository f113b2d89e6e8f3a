// The first run: set up a branch on this device, join one, or look at the demo. Nothing
// is kept before the person has pressed the last button.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/founding.h"
#include "app/policy_presets.h"
#include "ui/screen.h"

namespace linli::ui {

class FoundingScreen : public Screen {
 public:
  void draw(Ui& ui) override;

 private:
  void draw_choice(Ui& ui);
  void draw_form(Ui& ui);
  void draw_policy(Ui& ui);
  void create(Ui& ui);
  void listen(Ui& ui);
  std::string_view error_of(Ui& ui, app::FoundingProblem missing, app::FoundingProblem wrong);

  std::unique_ptr<app::Founding> founding_;
  app::FoundingPlan plan_;
  std::string pin_again_;
  bool in_form_ = false;
  bool tried_ = false;  // errors are shown only after the first press
  std::vector<app::PolicyPreset> presets_;
  int preset_ = 0;
};

// The mark of the app and the other language, above the screens that stand before all others.
void draw_bare_top(Ui& ui);

}  // namespace linli::ui
