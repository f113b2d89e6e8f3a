// Coins: the overview, one person's statement at `coins/p_…`, the rules at `coins/policies`.
#pragma once

#include "ui/screen.h"
#include "ui/screens/coins_overview.h"
#include "ui/screens/policies_page.h"
#include "ui/screens/statement_page.h"

namespace linli::ui {

class CoinsScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  CoinsOverview overview_;
  StatementPage statement_;
  PoliciesPage policies_;
};

}  // namespace linli::ui
