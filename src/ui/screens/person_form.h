// The calm form that registers a person or corrects one. While a name and phone are typed
// it tells who in the register may already be that person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_person.h"
#include "store/query_space.h"
#include "ui/screens/person_draft.h"

namespace linli::ui {

struct Ui;

class PersonForm {
 public:
  void open_new(Ui& ui);
  void open_existing(Ui& ui, const core::PersonId& person);
  void draw(Ui& ui);

 private:
  void open(Ui& ui);
  void draw_who(Ui& ui);
  void draw_role(Ui& ui);
  void draw_duplicates(Ui& ui);
  void draw_recipient(Ui& ui);
  void draw_volunteer(Ui& ui);
  void draw_contact(Ui& ui);
  void draw_consent(Ui& ui);
  void draw_end(Ui& ui);
  void check(Ui& ui);
  void save(Ui& ui);
  bool give_consents(Ui& ui, const core::PersonId& person);
  DraftFor purpose() const {
    return person_.has_value() ? DraftFor::correcting : DraftFor::registering;
  }

  PersonDraft draft_;
  PersonDraft before_;
  DraftFaults faults_;
  bool tried_ = false;                    // faults are shown from the first try to save on
  std::optional<core::PersonId> person_;  // the one being corrected
  int64_t roles_before_ = 0;
  std::string identity_number_;
  bool unknown_ = false;
  std::vector<store::SiteRow> sites_;
  std::vector<store::ServiceKindRow> kinds_;
  std::vector<store::Duplicate> duplicates_;
  std::string problem_;
};

}  // namespace linli::ui
