#include "unit/store/ledger_script.h"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "store/query_ledger.h"
#include "store/query_record.h"
#include "store/query_shop.h"

namespace linli::store {
namespace {

// Names become the letters of made-up ids: Crockford's base 32 has no I, L, O and U.
std::string letters_of(const std::string& name) {
  std::string letters;
  for (const char c : name) {
    switch (const char upper = static_cast<char>(std::toupper(c))) {
      case 'I':
      case 'L':
        letters += '1';
        break;
      case 'O':
      case '_':
        letters += '0';
        break;
      case 'U':
        letters += 'V';
        break;
      default:
        letters += upper;
    }
  }
  return letters;
}

std::string text_of(const core::Outcome& outcome) {
  std::string text;
  switch (outcome.kind) {
    case core::OutcomeKind::applied:
      text = "applied";
      break;
    case core::OutcomeKind::refused:
      text = "refused " + std::string(core::name(outcome.refusal));
      break;
    case core::OutcomeKind::flagged:
      text = "flagged " + std::string(core::name(outcome.flag));
      break;
  }
  if (outcome.figure != 0) text += " " + std::to_string(outcome.figure);
  return text;
}

// 09:30 or a number of minutes.
int32_t minute_of(const std::string& text) {
  const size_t colon = text.find(':');
  if (colon == std::string::npos) return std::stoi(text);
  return std::stoi(text.substr(0, colon)) * 60 + std::stoi(text.substr(colon + 1));
}

}  // namespace

LedgerScript::Line LedgerScript::parse(const std::string& text) {
  Line line;
  const size_t arrow = text.find("->");
  if (arrow != std::string::npos) {
    std::istringstream expected(text.substr(arrow + 2));
    line.expected.clear();
    for (std::string word; expected >> word;) {
      line.expected += (line.expected.empty() ? "" : " ") + word;
    }
  }
  std::istringstream words(text.substr(0, arrow));
  words >> line.command;
  for (std::string word; words >> word;) {
    const size_t equals = word.find('=');
    if (equals == std::string::npos) {
      line.words.push_back(word);
    } else {
      line.options[word.substr(0, equals)] = word.substr(equals + 1);
    }
  }
  return line;
}

void LedgerScript::run(const std::string& text) {
  std::istringstream lines(text);
  int line_number = 0;
  for (std::string source; std::getline(lines, source);) {
    ++line_number;
    source = source.substr(0, source.find('#'));
    line_ = parse(source);
    if (line_.command.empty()) continue;
    SCOPED_TRACE("line " + std::to_string(line_number) + ": " + source);
    branch_.actor = id_option<core::PersonId>("by").value_or(Branch::admin());
    if (line_.command == "day") {
      branch_.today = core::Day{20000 + static_cast<int32_t>(number(0))};
    } else if (!compare()) {
      const std::optional<core::Body> body = operation();
      ASSERT_TRUE(body.has_value()) << "no such command";
      fold_and_expect(*body);
    }
    ASSERT_TRUE(check_ledger(branch_.state()).none());
    ASSERT_FALSE(::testing::Test::HasFailure());
  }
}

void LedgerScript::fold_and_expect(const core::Body& body) {
  EXPECT_EQ(text_of(branch_.fold(body)), line_.expected);
}

std::string LedgerScript::word(size_t index) const {
  EXPECT_LT(index, line_.words.size()) << "a word is missing";
  return index < line_.words.size() ? line_.words[index] : "0";
}

int64_t LedgerScript::number(size_t index) const { return std::stoll(word(index)); }

std::optional<std::string> LedgerScript::option(const std::string& key) const {
  const auto found = line_.options.find(key);
  if (found == line_.options.end()) return std::nullopt;
  return found->second;
}

std::optional<int32_t> LedgerScript::figure(const std::string& key) const {
  const auto text = option(key);
  if (!text) return std::nullopt;
  return minute_of(*text);
}

int32_t LedgerScript::figure_or(const std::string& key, int32_t otherwise) const {
  return figure(key).value_or(otherwise);
}

core::Day LedgerScript::day_or_today() const {
  const auto offset = figure("day");
  return offset ? core::Day{20000 + *offset} : branch_.today;
}

template <class IdType>
IdType LedgerScript::id_at(size_t index) const {
  return id<IdType>(letters_of(word(index)));
}

template <class IdType>
std::optional<IdType> LedgerScript::id_option(const std::string& key) const {
  const auto name = option(key);
  if (!name) return std::nullopt;
  return id<IdType>(letters_of(*name));
}

template <class E>
E LedgerScript::enum_option(const std::string& key, E otherwise) const {
  const auto name = option(key);
  if (!name) return otherwise;
  const auto value = core::parse_enum<E>(*name);
  EXPECT_TRUE(value.has_value()) << *name;
  return value.value_or(otherwise);
}

core::Purse LedgerScript::purse_at(size_t index) const {
  const auto purse = core::parse_enum<core::Purse>(word(index));
  EXPECT_TRUE(purse.has_value()) << word(index);
  return purse.value_or(core::Purse::coin);
}

bool LedgerScript::compare() {
  Database& state = branch_.state();
  if (line_.command == "balance") {
    const PersonBalances all = person_balances(state, id_at<core::PersonId>(0));
    const Balance& balance = purse_at(1) == core::Purse::coin ? all.coin : all.points;
    EXPECT_EQ(balance.posted, number(2));
    EXPECT_EQ(balance.held, figure_or("held", 0));
  } else if (line_.command == "fund_balance") {
    const std::string fund = id_at<core::FundId>(0).str();
    const auto rows = list_accounts(state, core::Purse::coin, core::AccountKind::fund, "", 100);
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.owner == fund; });
    EXPECT_EQ(found == rows.end() ? 0 : found->balance.posted, number(1));
  } else if (line_.command == "earned") {
    EXPECT_EQ(person_balances(state, id_at<core::PersonId>(0)).earned_minutes, number(1));
  } else if (line_.command == "item") {
    const auto item = find_item(state, id_at<core::ItemId>(0));
    EXPECT_TRUE(item.has_value());
    if (item) {
      EXPECT_EQ(item->stock, figure_or("stock", 0));
      EXPECT_EQ(item->reserved, figure_or("reserved", 0));
    }
  } else if (line_.command == "record") {
    const auto record = record_detail(state, id_at<core::RecordId>(0));
    EXPECT_TRUE(record.has_value());
    if (!record) return true;
    const char* const states[] = {"waiting", "approved", "rejected"};
    EXPECT_EQ(states[static_cast<size_t>(record->row.state)], word(1));
    if (figure("minutes")) {
      EXPECT_EQ(record->row.minutes, *figure("minutes"));
    }
    if (figure("credited")) {
      EXPECT_EQ(record->row.credited_minutes, *figure("credited"));
    }
    if (figure("over")) {
      EXPECT_EQ(record->over_cap_minutes, *figure("over"));
    }
    if (figure("points")) {
      EXPECT_EQ(record->points, *figure("points"));
    }
  } else if (line_.command == "no_record") {
    EXPECT_FALSE(record_detail(state, id_at<core::RecordId>(0)).has_value());
  } else {
    return false;
  }
  return true;
}

std::optional<core::Body> LedgerScript::operation() {
  for (const auto part : {&LedgerScript::ledger_operation, &LedgerScript::record_operation,
                          &LedgerScript::shop_operation, &LedgerScript::activity_operation}) {
    std::optional<core::Body> body = (this->*part)();
    if (body) return body;
  }
  return std::nullopt;
}

core::Body LedgerScript::policy() {
  core::PolicyAdopted policy;
  policy.policy = id_at<core::PolicyId>(0);
  policy.name.text = word(0);
  policy.effective_day = core::Day{20000 + figure_or("from", -1000)};
  policy.coin_name.text = "时间币";
  policy.points_name.text = "积分";
  policy.points_per_hour = figure_or("points_per_hour", 1);
  policy.rounding = enum_option("rounding", core::RoundingRule::exact);
  policy.cap_record_minutes = figure("cap_record");
  policy.cap_day_minutes = figure("cap_day");
  policy.cap_year_minutes = figure("cap_year");
  policy.cap_lifetime_minutes = figure("cap_lifetime");
  policy.gate_minutes = figure("gate");
  policy.redeem_age = figure("redeem_age");
  policy.volunteer_age_max = figure("age_max");
  policy.training_required = option("training").has_value();
  policy.back_entry_needs_two = figure_or("two_reviewers", 1) != 0;
  policy.attendance_minutes_max = figure_or("attendance_max", 480);
  policy.floor_minutes = figure_or("floor", 0);
  return policy;
}

core::Body LedgerScript::person(core::PersonRole role) {
  core::PersonRegistered person;
  person.person = id_at<core::PersonId>(0);
  person.roles = {role};
  person.birth_year = figure("birth");
  return person;
}

std::optional<core::Body> LedgerScript::ledger_operation() {
  const std::string& command = line_.command;
  if (command == "policy") return policy();
  if (command == "volunteer") return person(core::PersonRole::volunteer);
  if (command == "recipient") return person(core::PersonRole::recipient);
  if (command == "erase") return core::PersonErased{id_at<core::PersonId>(0)};
  if (command == "merge") {
    return core::PersonsMerged{id_at<core::PersonId>(0), id_at<core::PersonId>(1)};
  }
  if (command == "unmerge") {
    return core::PersonsUnmerged{id_at<core::PersonId>(0), id_at<core::PersonId>(1)};
  }
  if (command == "staff") {
    return core::StaffAppointed{id_at<core::PersonId>(0),
                                enum_option("role", core::StaffRole::coordinator)};
  }
  if (command == "fund") return core::FundOpened{id_at<core::FundId>(0), {word(0)}, {"善款"}};
  if (command == "receive") {
    return core::FundReceived{id_at<core::FundId>(0), core::Purse::coin, number(1)};
  }
  if (command == "grant") {
    return core::CoinsGrant{id_at<core::FundId>(0), id_at<core::PersonId>(1), number(2)};
  }
  if (command == "give") {
    return core::CoinsGive{id_at<core::PersonId>(0), id_at<core::PersonId>(1), number(2)};
  }
  if (command == "donate") {
    return core::CoinsDonate{id_at<core::PersonId>(0), id_at<core::FundId>(1), number(2)};
  }
  if (command == "reverse_last") {  // the newest transfer on a person's statement
    const auto lines = statement_of(branch_.state(), id_at<core::PersonId>(0).view(), purse_at(1),
                                    std::nullopt, 1);
    return core::TransferReverse{lines.empty() ? id<core::TransferId>("0")
                                               : lines.front().transfer};
  }
  return std::nullopt;
}

std::optional<core::Body> LedgerScript::record_operation() {
  const std::string& command = line_.command;
  if (command == "kind") {
    core::ServiceKindDefined kind;
    kind.service_kind = id_at<core::ServiceKindId>(0);
    kind.name.text = word(0);
    kind.points_permille = figure_or("permille", 1000);
    kind.course = id_option<core::CourseId>("course");
    return kind;
  }
  if (command == "trained") {
    return core::TrainingCompleted{id_at<core::PersonId>(0), id_at<core::CourseId>(1), {}};
  }
  if (command == "report") {
    core::ServiceReported report;
    report.record = id_at<core::RecordId>(0);
    report.volunteer = id_at<core::PersonId>(1);
    report.source = enum_option("source", core::RecordSource::report);
    report.service_kind = id_option<core::ServiceKindId>("kind").value_or(report.service_kind);
    report.need = id_option<core::NeedId>("need");
    report.service_day = day_or_today();
    report.from_minute = figure_or("at", 540);
    report.minutes = static_cast<int32_t>(number(2));
    return report;
  }
  if (command == "approve") {
    return core::RecordApprove{id_at<core::RecordId>(0), static_cast<int32_t>(number(1))};
  }
  if (command == "reject") return core::RecordReject{id_at<core::RecordId>(0), {}, {}};
  if (command == "appeal") return core::RecordAppeal{id_at<core::RecordId>(0), {}};
  if (command == "reverse") return core::RecordReverse{id_at<core::RecordId>(0)};
  if (command == "need") {
    core::NeedPublished need;
    need.need = id_at<core::NeedId>(0);
    need.recipient = id_at<core::PersonId>(1);
    need.service_kind = id_option<core::ServiceKindId>("kind").value_or(need.service_kind);
    need.service_day = day_or_today();
    need.from_minute = figure_or("at", 540);
    need.minutes = figure_or("minutes", 60);
    need.head_count = figure_or("heads", 1);
    need.paid_by_recipient = option("paid").has_value();
    return need;
  }
  if (command == "claim") {
    return core::NeedClaim{id_at<core::NeedId>(0), id_at<core::PersonId>(1)};
  }
  if (command == "release") {
    return core::NeedRelease{id_at<core::NeedId>(0), id_at<core::PersonId>(1), {}};
  }
  if (command == "cancel_need") return core::NeedCancel{id_at<core::NeedId>(0), {}};
  return std::nullopt;
}

std::optional<core::Body> LedgerScript::shop_operation() {
  const std::string& command = line_.command;
  if (command == "offer") {
    core::ItemOffered item;
    item.item = id_at<core::ItemId>(0);
    item.name.text = word(0);
    item.price = number(1);
    item.purse = enum_option("purse", core::Purse::points);
    item.item_kind = enum_option("kind", core::ItemKind::gift);
    item.shelf = enum_option("shelf", core::ShelfState::on_shelf);
    return item;
  }
  if (command == "stock") {
    return core::StockReceived{id_at<core::ItemId>(0), static_cast<int32_t>(number(1))};
  }
  if (command == "place") {
    return core::RedemptionPlace{id_at<core::RedemptionId>(0),
                                 id_at<core::ItemId>(1),
                                 id_at<core::PersonId>(2),
                                 static_cast<int32_t>(number(3)),
                                 {std::string(64, '0')}};
  }
  if (command == "hand_over") return core::RedemptionHandedOver{id_at<core::RedemptionId>(0)};
  if (command == "cancel") return core::RedemptionCancel{id_at<core::RedemptionId>(0)};
  return std::nullopt;
}

std::optional<core::Body> LedgerScript::activity_operation() {
  const std::string& command = line_.command;
  if (command == "activity") {
    core::ActivityPlanned activity;
    activity.activity = id_at<core::ActivityId>(0);
    activity.name.text = word(0);
    activity.from_day = activity.to_day = day_or_today();
    activity.service_kind = id_option<core::ServiceKindId>("kind");
    return activity;
  }
  if (command == "session") {
    core::SessionScheduled session;
    session.session = id_at<core::SessionId>(0);
    session.activity = id_at<core::ActivityId>(1);
    session.session_day = day_or_today();
    session.from_minute = figure_or("at", 540);
    session.minutes = figure_or("minutes", 120);
    session.capacity = figure("capacity");
    return session;
  }
  if (command == "sign_in") {
    core::AttendanceSignedIn signed_in;
    signed_in.attendance = id_at<core::AttendanceId>(0);
    signed_in.person = id_at<core::PersonId>(1);
    signed_in.session = id_option<core::SessionId>("session");
    signed_in.site = id_option<core::SiteId>("site");
    signed_in.in_day = day_or_today();
    signed_in.in_minute = figure_or("at", 540);
    return signed_in;
  }
  if (command == "sign_out") {
    core::AttendanceSignedOut signed_out;
    signed_out.attendance = id_at<core::AttendanceId>(0);
    signed_out.out_day = day_or_today();
    signed_out.out_minute = figure_or("at", 660);
    return signed_out;
  }
  if (command == "correct") {
    core::AttendanceCorrected corrected;
    corrected.attendance = id_at<core::AttendanceId>(0);
    corrected.in_day = day_or_today();
    corrected.in_minute = figure_or("in", 540);
    corrected.out_day = core::Day{corrected.in_day.number + figure_or("days", 0)};
    corrected.out_minute = figure_or("out", 660);
    return corrected;
  }
  return std::nullopt;
}

}  // namespace linli::store
