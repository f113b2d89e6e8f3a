// Needs: the board, the form that takes one by phone, and one need with its volunteers.
// This screen only chooses among the three by the address.
#pragma once

#include "ui/screen.h"
#include "ui/screens/need_form.h"
#include "ui/screens/need_page.h"
#include "ui/screens/needs_board.h"

namespace linli::ui {

class NeedsScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  NeedsBoard board_;
  NeedForm form_;
  NeedPageView page_;
};

}  // namespace linli::ui
