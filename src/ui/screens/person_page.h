// One person's dossier: who it is, what was agreed, what was done and what is owed. Names
// stand whole here, because whoever opens it works with this person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_ledger.h"
#include "store/query_need.h"
#include "store/query_person.h"
#include "store/query_record.h"
#include "store/query_space.h"
#include "ui/screens/person_actions.h"

namespace linli::ui {

class PersonPage {
 public:
  void opened(Ui& ui, const core::PersonId& person);
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  bool is(core::PersonRole role) const;
  void draw_title(Ui& ui);
  void draw_facts(Ui& ui);
  void draw_coins(Ui& ui);
  void draw_service(Ui& ui);
  void draw_needs(Ui& ui);
  void draw_records(Ui& ui);
  void draw_consents(Ui& ui);
  void draw_card(Ui& ui);
  void draw_merged(Ui& ui);
  void draw_end(Ui& ui);

  core::PersonId person_;
  uint64_t revision_ = 0;
  std::optional<store::PersonDetail> detail_;
  store::PersonBalances balances_;
  std::vector<store::NeedRow> needs_;
  std::vector<store::VolunteerNeed> taken_;
  std::vector<store::RecordRow> records_;
  std::vector<store::RefusedRequest> refused_;
  PersonActions actions_;
};

}  // namespace linli::ui
