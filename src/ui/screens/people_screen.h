// People: the register, one person, the form that registers or corrects, and who may be
// the same. This screen only chooses among the four by the address.
#pragma once

#include "ui/screen.h"
#include "ui/screens/people_list.h"
#include "ui/screens/person_duplicates.h"
#include "ui/screens/person_form.h"
#include "ui/screens/person_page.h"

namespace linli::ui {

class PeopleScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  PeopleList list_;
  PersonForm form_;
  PersonPage page_;
  PersonDuplicates duplicates_;
};

}  // namespace linli::ui
