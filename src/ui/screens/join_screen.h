// Joining a branch with an invite: typed, scanned, or from the link that opened the page.
#pragma once

#include <memory>
#include <string>

#include "app/joining.h"
#include "ui/screen.h"

namespace linli::ui {

class JoinScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  void listen(Ui& ui);
  void start(Ui& ui);
  void draw_problem(Ui& ui);
  void draw_scan(Ui& ui);

  std::unique_ptr<app::Joining> joining_;
  std::string code_;
  bool wrong_ = false;
  uint32_t scan_ = 0;
  bool scan_failed_ = false;
};

}  // namespace linli::ui
