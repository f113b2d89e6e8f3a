#include "ui/screens/person_draft.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"
#include "core/person_name.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr size_t kPhoneDigitsLeast = 5;
constexpr int32_t kOldestYear = 1900;

bool holds(int64_t set, core::PersonRole role) { return (set & store::set_bit(role)) != 0; }

std::optional<core::Note> note_of(const std::string& text) {
  const std::string trimmed = base::trimmed(text);
  if (trimmed.empty()) return std::nullopt;
  return core::Note{trimmed};
}

}  // namespace

PersonDraft PersonDraft::of(const store::PersonDetail& detail) {
  PersonDraft draft;
  draft.name = detail.row.name;
  draft.phone = detail.row.phone;
  if (detail.row.birth_year.has_value()) draft.birth_year = std::to_string(*detail.row.birth_year);
  draft.address = detail.address;
  draft.emergency_contact = detail.emergency_contact;
  draft.note = detail.note;
  draft.volunteer = holds(detail.row.roles, core::PersonRole::volunteer);
  draft.recipient = holds(detail.row.roles, core::PersonRole::recipient);
  draft.gender = static_cast<int>(detail.gender);
  draft.categories = detail.row.categories;
  if (detail.volunteer_kind.has_value()) {
    draft.volunteer_kind = static_cast<int>(*detail.volunteer_kind);
  }
  for (const store::NamedSkill& skill : detail.skills) draft.skills.push_back(skill.service_kind);
  draft.site = detail.site;
  draft.availability = detail.availability.value_or(0);
  for (const store::ConsentRow& consent : detail.consents) {
    if (consent.withdrawn_day.has_value()) continue;
    draft.consent = draft.consent || consent.purpose == core::ConsentPurpose::registration;
    draft.sensitive_consent =
        draft.sensitive_consent || consent.purpose == core::ConsentPurpose::sensitive_data;
  }
  return draft;
}

std::optional<int32_t> PersonDraft::year() const {
  const std::string typed = base::trimmed(birth_year);
  if (typed.size() != 4 ||
      !std::all_of(typed.begin(), typed.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return std::nullopt;
  }
  int32_t number = 0;
  for (const char digit : typed) number = number * 10 + (digit - '0');
  return number;
}

std::vector<core::PersonRole> PersonDraft::roles(int64_t before) const {
  std::vector<core::PersonRole> roles;
  if (volunteer) roles.push_back(core::PersonRole::volunteer);
  if (recipient) roles.push_back(core::PersonRole::recipient);
  if (holds(before, core::PersonRole::staff)) roles.push_back(core::PersonRole::staff);
  return roles;
}

core::PersonPrivate PersonDraft::details(const std::string& identity_number) const {
  core::PersonPrivate details;
  details.name.text = base::trimmed(name);
  details.phone = note_of(phone);
  details.address = note_of(address);
  details.emergency_contact = note_of(emergency_contact);
  details.identity_number = note_of(identity_number);
  details.note = note_of(note);
  return details;
}

DraftFaults faults_of(const PersonDraft& draft, DraftFor purpose, int32_t this_year) {
  DraftFaults faults;
  const size_t letters = base::code_points(base::trimmed(draft.name));
  if (letters == 0) faults.name = Str::people_fault_name;
  if (letters > base::name_code_points_max) faults.name = Str::people_fault_name_long;
  if (!base::trimmed(draft.phone).empty()) {
    const size_t digits = core::phone_digits(draft.phone).size();
    if (digits < kPhoneDigitsLeast || digits > base::phone_bytes_max) {
      faults.phone = Str::people_fault_phone;
    }
  }
  if (!base::trimmed(draft.birth_year).empty()) {
    const std::optional<int32_t> year = draft.year();
    if (!year.has_value() || *year < kOldestYear || *year > this_year) {
      faults.birth_year = Str::people_fault_birth_year;
    }
  }
  if (!draft.volunteer && !draft.recipient && purpose == DraftFor::registering) {
    faults.role = Str::people_fault_role;
  }
  if (!draft.consent && purpose == DraftFor::registering)
    faults.consent = Str::people_fault_consent;
  if (draft.categories != 0 && !draft.sensitive_consent) {
    faults.sensitive_consent = Str::people_fault_sensitive;
  }
  return faults;
}

}  // namespace linli::ui
