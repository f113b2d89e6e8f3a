// Operations about people. Data holds only pseudonymous facts; names, phones and
// addresses travel in the private payload, which can be erased without touching a total.
#pragma once

#include "core/field_types.h"

namespace linli::core {

// Private payload of person.registered and person.corrected.
struct PersonPrivate {
  Note name;
  std::optional<Note> phone;
  std::optional<Note> address;
  std::optional<Note> emergency_contact;
  std::optional<Note> identity_number;
  std::optional<Note> note;
  template <class V>
  void fields(V& v) {
    v("name", name), v("phone", phone), v("address", address),
        v("emergency_contact", emergency_contact), v("identity_number", identity_number),
        v("note", note);
  }
};

struct PersonRegistered {
  static constexpr std::string_view kind = "person.registered@1";
  using Private = PersonPrivate;
  PersonId person;
  std::vector<PersonRole> roles;
  std::optional<int32_t> birth_year;
  Gender gender = Gender::unknown;
  std::vector<Category> categories;
  std::optional<VolunteerKind> volunteer_kind;
  std::vector<ServiceKindId> skills;
  std::optional<SiteId> site;
  std::optional<int32_t> availability;  // 21 bits: weekday*3 + morning/afternoon/evening
  std::optional<ImportId> import_id;
  std::optional<Private> details;  // absent where this replica has no need of it
  template <class V>
  void fields(V& v) {
    v("person", person), v("roles", roles), v("birth_year", birth_year), v("gender", gender),
        v("categories", categories), v("volunteer_kind", volunteer_kind), v("skills", skills),
        v("site", site), v("availability", availability), v("import", import_id);
  }
};

// The whole new state of the person; an earlier registration stays in the log.
struct PersonCorrected {
  static constexpr std::string_view kind = "person.corrected@1";
  using Private = PersonPrivate;
  PersonId person;
  std::vector<PersonRole> roles;
  std::optional<int32_t> birth_year;
  Gender gender = Gender::unknown;
  std::vector<Category> categories;
  std::optional<VolunteerKind> volunteer_kind;
  std::vector<ServiceKindId> skills;
  std::optional<SiteId> site;
  std::optional<int32_t> availability;
  std::optional<Private> details;
  template <class V>
  void fields(V& v) {
    v("person", person), v("roles", roles), v("birth_year", birth_year), v("gender", gender),
        v("categories", categories), v("volunteer_kind", volunteer_kind), v("skills", skills),
        v("site", site), v("availability", availability);
  }
};

struct PersonErased {
  static constexpr std::string_view kind = "person.erased@1";
  PersonId person;
  template <class V>
  void fields(V& v) {
    v("person", person);
  }
};

struct PersonsMerged {
  static constexpr std::string_view kind = "persons.merged@1";
  PersonId kept;
  PersonId merged;
  template <class V>
  void fields(V& v) {
    v("kept", kept), v("merged", merged);
  }
};

struct PersonsUnmerged {
  static constexpr std::string_view kind = "persons.unmerged@1";
  PersonId kept;
  PersonId merged;
  template <class V>
  void fields(V& v) {
    v("kept", kept), v("merged", merged);
  }
};

struct ConsentGiven {
  static constexpr std::string_view kind = "consent.given@1";
  PersonId person;
  ConsentPurpose purpose = ConsentPurpose::registration;
  int32_t notice_version = 1;
  template <class V>
  void fields(V& v) {
    v("person", person), v("purpose", purpose), v("notice_version", notice_version);
  }
};

struct ConsentWithdrawn {
  static constexpr std::string_view kind = "consent.withdrawn@1";
  PersonId person;
  ConsentPurpose purpose = ConsentPurpose::registration;
  template <class V>
  void fields(V& v) {
    v("person", person), v("purpose", purpose);
  }
};

// A card number is random and says nothing of its holder.
struct CardIssued {
  static constexpr std::string_view kind = "card.issued@1";
  PersonId person;
  Title card_number;  // digits, card_number_bytes_max
  template <class V>
  void fields(V& v) {
    v("person", person), v("card_number", card_number);
  }
};

struct CourseDefined {
  static constexpr std::string_view kind = "course.defined@1";
  CourseId course;
  Title name;
  template <class V>
  void fields(V& v) {
    v("course", course), v("name", name);
  }
};

struct TrainingCompleted {
  static constexpr std::string_view kind = "training.completed@1";
  PersonId person;
  CourseId course;
  std::optional<SessionId> session;
  template <class V>
  void fields(V& v) {
    v("person", person), v("course", course), v("session", session);
  }
};

}  // namespace linli::core
