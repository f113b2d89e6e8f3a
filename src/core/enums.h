// The closed vocabularies of the domain. Each has its wire names beside it: the same
// word in JSON, SQL and (through the string table) on screen. Values are only added
// at the end; a receiver that meets a new word says that an update is needed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace linli::core {

// LINLI_ENUM(Name, a, b, c) makes the enum, the list of its words in the same order,
// and its own name.
#define LINLI_ENUM(Name, ...)                                        \
  enum class Name : uint8_t { __VA_ARGS__ };                         \
  inline constexpr std::string_view Name##_list = #__VA_ARGS__;      \
  constexpr std::string_view enum_list(Name) { return Name##_list; } \
  constexpr std::string_view enum_title(Name) { return #Name; }

// What a replica may be. Role of a device, not of a person.
LINLI_ENUM(ReplicaRole, desk, kiosk, auditor, demo)
// What a staff member may do (docs/GLOSSARY.md lists the rights of each).
LINLI_ENUM(StaffRole, administrator, coordinator, team_leader, reviewer, cashier, kiosk, auditor)
LINLI_ENUM(OrganisationLayer, head_office, branch, agency)
LINLI_ENUM(PersonRole, volunteer, recipient, staff)
// P09: vulnerability categories of the programmes 000, 002, 003.
LINLI_ENUM(Category, oldest_old, living_alone, empty_nest, disabled_elder, dementia,
           lost_only_child, disability, limited_mobility, poor, childless, veteran, recovering)
// P14: kinds of volunteers.
LINLI_ENUM(VolunteerKind, young_old, citizen, student, social_worker, care_worker, party_member,
           five_elders, family)
LINLI_ENUM(ConsentPurpose, registration, sensitive_data, photo, story, share_with_head_office)
LINLI_ENUM(IntakeChannel, phone, platform, proxy, hotline, visit)
LINLI_ENUM(AssignmentSource, claim, dispatch)
LINLI_ENUM(ReleaseReason, unwell, clash, too_far, recipient_asked, other)
LINLI_ENUM(NeedCancelReason, recipient_cancelled, double_entry, met_otherwise, other)
LINLI_ENUM(ActivityKind, service, training, counselling, contest, visits, publicity, market,
           culture)
LINLI_ENUM(SignMethod, card, qr, phone_tail, name, helper, paper, walk_up)
LINLI_ENUM(RecordSource, attendance, need, report, back_entry)
LINLI_ENUM(RejectReason, no_evidence, double_entry, not_service, wrong_time, travel_time, other)
LINLI_ENUM(EvidenceSubject, record, activity, session, need)
LINLI_ENUM(Purse, coin, points, fen)
LINLI_ENUM(AccountKind, person, fund, branch, merchant)
LINLI_ENUM(TransferReason, service, grant, redemption, service_received, donation, gift, correction,
           opening, funding)
LINLI_ENUM(ItemKind, gift, service)
LINLI_ENUM(ShelfState, on_shelf, off_shelf)
LINLI_ENUM(RoundingRule, exact, quarter_up, half_down, hour_down)
LINLI_ENUM(FlagResolution, accepted, corrected, dismissed)
LINLI_ENUM(Gender, unknown, woman, man, other)

#undef LINLI_ENUM

// The wire name of a value: the i-th word of its list.
constexpr std::string_view word_at(std::string_view list, size_t index) {
  size_t begin = 0;
  for (size_t i = 0; i < list.size() + 1; ++i) {
    if (i == list.size() || list[i] == ',') {
      if (index == 0) {
        size_t b = begin;
        while (b < i && list[b] == ' ') ++b;
        return list.substr(b, i - b);
      }
      --index;
      begin = i + 1;
    }
  }
  return {};
}

template <class E>
constexpr size_t enum_count() {
  size_t count = 0;
  while (!word_at(enum_list(E{}), count).empty()) ++count;
  return count;
}

// All wire names of an enum, cut once at compile time: the fold asks for them very often.
template <class E>
inline constexpr std::array<std::string_view, enum_count<E>()> enum_words = [] {
  std::array<std::string_view, enum_count<E>()> words{};
  for (size_t i = 0; i < words.size(); ++i) words[i] = word_at(enum_list(E{}), i);
  return words;
}();

template <class E>
constexpr std::string_view name(E value) {
  return enum_words<E>[static_cast<size_t>(value)];
}

template <class E>
constexpr std::optional<E> parse_enum(std::string_view text) {
  for (size_t i = 0; i < enum_words<E>.size(); ++i) {
    if (enum_words<E>[i] == text) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace linli::core
