// Activities: the list; one at `activities/a_…`; its session's sign-in sheet at
// `activities/a_…/se_…`; `new`, `import` and `forgotten`.
#pragma once

#include "ui/screen.h"
#include "ui/screens/activity_form.h"
#include "ui/screens/activity_import.h"
#include "ui/screens/activity_list.h"
#include "ui/screens/activity_page.h"
#include "ui/screens/forgotten_page.h"
#include "ui/screens/session_page.h"

namespace linli::ui {

class ActivitiesScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  ActivityList list_;
  ActivityPage page_;
  ActivityForm form_;
  ActivityImport import_;
  ForgottenPage forgotten_;
  SessionPage session_;
};

}  // namespace linli::ui
