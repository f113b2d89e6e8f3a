// Policies and money-like movements. Amounts are integer minutes (coin purse), points
// and fen. A reversal is a new transfer; nothing is ever deleted.
#pragma once

#include "core/field_types.h"

namespace linli::core {

// Rules of a time bank as versioned data with an effective day (capabilities C05).
// Absent means that the rule does not exist in this programme.
struct PolicyAdopted {
  static constexpr std::string_view kind = "policy.adopted@1";
  PolicyId policy;
  Title name;
  Day effective_day;
  Title coin_name;  // C13: branding changes
  Title points_name;
  int32_t coin_minutes = 60;    // C01: minutes of service per coin
  int32_t points_per_hour = 1;  // C02
  RoundingRule rounding = RoundingRule::exact;
  std::optional<int32_t> cap_record_minutes;
  std::optional<int32_t> cap_day_minutes;
  std::optional<int32_t> cap_year_minutes;
  std::optional<int32_t> cap_lifetime_minutes;
  std::optional<int32_t> gate_minutes;  // earned before redeeming
  std::optional<int32_t> redeem_age;
  std::optional<int32_t> volunteer_age_min;
  std::optional<int32_t> volunteer_age_max;
  bool training_required = false;
  bool back_entry_needs_two = true;      // four eyes for back-entries
  int32_t attendance_minutes_max = 480;  // longer is flagged for a coordinator
  int32_t floor_minutes = 0;             // lowest balance a person may reach
  template <class V>
  void fields(V& v) {
    v("policy", policy), v("name", name), v("effective_day", effective_day),
        v("coin_name", coin_name), v("points_name", points_name), v("coin_minutes", coin_minutes),
        v("points_per_hour", points_per_hour), v("rounding", rounding),
        v("cap_record_minutes", cap_record_minutes), v("cap_day_minutes", cap_day_minutes),
        v("cap_year_minutes", cap_year_minutes), v("cap_lifetime_minutes", cap_lifetime_minutes),
        v("gate_minutes", gate_minutes), v("redeem_age", redeem_age),
        v("volunteer_age_min", volunteer_age_min), v("volunteer_age_max", volunteer_age_max),
        v("training_required", training_required), v("back_entry_needs_two", back_entry_needs_two),
        v("attendance_minutes_max", attendance_minutes_max), v("floor_minutes", floor_minutes);
  }
};

struct FundOpened {
  static constexpr std::string_view kind = "fund.opened@1";
  FundId fund;
  Title name;
  Title source;  // F09: label of the money's source
  template <class V>
  void fields(V& v) {
    v("fund", fund), v("name", name), v("source", source);
  }
};

// Coins a fund may grant: bought by money or donated. From the branch's issuing account.
struct FundReceived {
  static constexpr std::string_view kind = "fund.received@1";
  FundId fund;
  Purse purse = Purse::coin;
  int64_t amount = 0;
  template <class V>
  void fields(V& v) {
    v("fund", fund), v("purse", purse), v("amount", amount);
  }
};

struct CoinsGrant {
  static constexpr std::string_view kind = "coins.grant@1";
  FundId fund;
  PersonId person;
  int64_t minutes = 0;
  template <class V>
  void fields(V& v) {
    v("fund", fund), v("person", person), v("minutes", minutes);
  }
};

struct CoinsGive {
  static constexpr std::string_view kind = "coins.give@1";
  PersonId from;
  PersonId to;
  int64_t minutes = 0;
  template <class V>
  void fields(V& v) {
    v("from", from), v("to", to), v("minutes", minutes);
  }
};

struct CoinsDonate {
  static constexpr std::string_view kind = "coins.donate@1";
  PersonId from;
  FundId fund;
  int64_t minutes = 0;
  template <class V>
  void fields(V& v) {
    v("from", from), v("fund", fund), v("minutes", minutes);
  }
};

struct TransferReverse {
  static constexpr std::string_view kind = "transfer.reverse@1";
  TransferId transfer;
  template <class V>
  void fields(V& v) {
    v("transfer", transfer);
  }
};

}  // namespace linli::core
