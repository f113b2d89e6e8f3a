// A small branch in memory for the tests of folds: a founding desk replica, one
// administrator, and short made-up ids (id<PersonId>("A") is the same wherever it is asked).
#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "store/fold.h"

namespace linli::store {

template <class IdType>
IdType id(std::string_view letters) {
  const std::string prefix(IdType::prefix());
  const std::string digits = "01" + std::string(24 - letters.size(), '0') + std::string(letters);
  return IdType(prefix.empty() ? digits : prefix + "_" + digits);
}

class Branch {
 public:
  Branch() : state_(open()) {
    EXPECT_TRUE(create_state_schema(state_).ok());
    core::SpaceFounded founded;
    founded.space = id<core::SpaceId>("S");
    founded.replica = desk();
    founded.public_key.hex = std::string(64, 'a');
    founded.name.text = "朝西站";
    founded.founder = admin();
    EXPECT_TRUE(fold(founded).is_applied());
  }
  static core::ReplicaId desk() { return core::ReplicaId("r_" + std::string(32, 'd')); }
  static core::PersonId admin() { return id<core::PersonId>("ADM"); }

  Database& state() { return state_; }
  core::Day today{20000};
  core::PersonId actor = admin();
  core::ReplicaId replica = desk();
  core::OperationId last;  // id of the operation folded last

  core::Outcome fold(core::Body body) {
    core::Operation operation;
    operation.id = last = next_id();
    operation.day = today;
    operation.actor = actor;
    operation.body = std::move(body);
    return fold_operation(operation);
  }
  core::Outcome fold_operation(const core::Operation& operation) {
    const core::Outcome outcome = store::fold(state_, {operation, replica, 1});
    EXPECT_EQ(state_.take_failure().kind, FailureKind::none);
    return outcome;
  }
  int64_t count(const char* sql) {
    Statement& statement = state_.prepare(sql);
    EXPECT_TRUE(statement.step());
    const int64_t value = statement.integer(0);
    statement.reset();
    return value;
  }
  std::string text(const char* sql) {
    Statement& statement = state_.prepare(sql);
    if (!statement.step()) return "(no row)";
    std::string value(statement.text(0));
    statement.reset();
    return value;
  }

 private:
  static Database open() {
    base::Result<Database> opened = Database::open(":memory:", Durability::none);
    EXPECT_TRUE(opened.ok());
    return std::move(opened).value();
  }
  core::OperationId next_id() {
    std::string digits = std::to_string(++operations_);
    return core::OperationId("01" + std::string(24 - digits.size(), '0') + digits);
  }
  Database state_;
  int operations_ = 0;
};

}  // namespace linli::store
