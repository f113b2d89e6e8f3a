// What is typed into the form of a person before it is saved, and what is wrong with it.
// It knows the rules of the fields and nothing of how they look.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/strings.h"
#include "core/operations_person.h"
#include "store/query_person.h"

namespace linli::ui {

// The version of the notice in people_notice; a new wording raises it.
inline constexpr int32_t notice_version = 1;

struct PersonDraft {
  std::string name;
  std::string phone;
  std::string birth_year;
  std::string address;
  std::string emergency_contact;
  std::string note;
  bool volunteer = false;
  bool recipient = false;
  int gender = 0;  // index in core::Gender
  int64_t categories = 0;
  int volunteer_kind = -1;  // index in core::VolunteerKind
  std::vector<core::ServiceKindId> skills;
  std::optional<core::SiteId> site;
  int32_t availability = 0;
  bool consent = false;
  bool sensitive_consent = false;

  static PersonDraft of(const store::PersonDetail& detail);
  std::optional<int32_t> year() const;
  std::vector<core::PersonRole> roles(int64_t before) const;  // keeps roles not in the form
  core::PersonPrivate details(const std::string& identity_number) const;
};

// The sentence to show at a field; nothing when it is well.
struct DraftFaults {
  std::optional<app::Str> name, phone, birth_year, role, consent, sensitive_consent;
  bool none() const {
    return !name && !phone && !birth_year && !role && !consent && !sensitive_consent;
  }
};

enum class DraftFor : uint8_t { registering, correcting };

DraftFaults faults_of(const PersonDraft& draft, DraftFor purpose, int32_t this_year);

}  // namespace linli::ui
