// Why an intent was refused, and why a fact was flagged. Each value has a sentence in
// assets/strings/*/refusal.json and flag.json under the same name (a test lists them).
#pragma once

#include <cstdint>
#include <string_view>

#include "core/enums.h"

namespace linli::core {

#define LINLI_ENUM(Name, ...)                                        \
  enum class Name : uint8_t { __VA_ARGS__ };                         \
  inline constexpr std::string_view Name##_list = #__VA_ARGS__;      \
  constexpr std::string_view enum_list(Name) { return Name##_list; } \
  constexpr std::string_view enum_title(Name) { return #Name; }

// Intents only. The figure that belongs to a refusal (missing minutes, free places,
// age asked for) travels in Outcome::figure.
LINLI_ENUM(Refusal, none, not_allowed, unknown_person, unknown_need, unknown_session,
           unknown_record, unknown_item, unknown_redemption, unknown_account, unknown_fund,
           need_full, need_closed, already_claimed, not_assigned, not_a_volunteer, not_a_recipient,
           training_missing, qualification_missing, too_young, too_old, clash_in_time,
           not_enough_coins, not_enough_points, not_enough_in_fund, out_of_stock, off_shelf,
           below_redeem_gate, age_below_redeem, already_reviewed, reviewer_is_volunteer,
           second_reviewer_needed, over_cap, already_reversed, already_handed_over,
           already_cancelled, wrong_pick_up_code, person_erased, replica_revoked, invite_invalid,
           already_exists, minutes_exceed_service, consent_missing, policy_missing, same_account,
           amount_not_positive, nothing_to_appeal, period_closed, unknown_transfer,
           belongs_to_record)

// Facts only: kept and shown to a coordinator.
LINLI_ENUM(Flag, none, unknown_person, unknown_session, unknown_need, unknown_record, unknown_item,
           unknown_redemption, unknown_reference, already_signed_in, not_signed_in,
           signed_out_before_in, overlong_attendance, overlap_in_time, training_missing,
           duplicate_person, duplicate_card, clock_wrong, replica_revoked, over_capacity,
           handed_over_without_stock, handed_over_twice, handed_over_after_cancel, below_floor,
           second_enrolment, forked_replica, person_erased, unfoldable, not_allowed,
           duplicate_record, negative_stock, already_exists, already_reviewed)

#undef LINLI_ENUM

enum class OutcomeKind : uint8_t { applied, flagged, refused };

// What the fold made of one operation. Exactly one of flag and refusal is set unless
// it was applied.
struct Outcome {
  OutcomeKind kind = OutcomeKind::applied;
  Refusal refusal = Refusal::none;
  Flag flag = Flag::none;
  int64_t figure = 0;  // the number the sentence needs; 0 when it needs none

  static Outcome applied() { return {}; }
  static Outcome refused(Refusal reason, int64_t figure = 0) {
    return {OutcomeKind::refused, reason, Flag::none, figure};
  }
  static Outcome flagged(Flag reason, int64_t figure = 0) {
    return {OutcomeKind::flagged, Refusal::none, reason, figure};
  }
  bool is_applied() const { return kind == OutcomeKind::applied; }
};

}  // namespace linli::core
