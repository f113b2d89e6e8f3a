// The fold gives the same rows whatever is done to it on the way: other savepoints, work
// done twice or taken back, another order of unordered reading. And no operation stops it.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "property/pooled_operation.h"
#include "store/fold.h"
#include "store/query_ledger.h"
#include "store/state_hash.h"

namespace linli::store {
namespace {

using property::pooled_id;

Database open_state() {
  Database state = Database::open(":memory:", Durability::none).value();
  EXPECT_TRUE(create_state_schema(state).ok());
  return state;
}

std::vector<core::Operation> drawn_stream() {
  const auto seed = *rc::gen::inRange<uint64_t>(0, 1'000'000'000);
  return property::pooled_stream(seed, *rc::gen::inRange<size_t>(20, 90));
}

FoldInput input_of(const core::Operation& operation) {
  return {operation, pooled_id<core::ReplicaId>(0), 1};
}

core::Outcome fold_one(Database& state, const core::Operation& operation) {
  const core::Outcome outcome = fold(state, input_of(operation));
  RC_ASSERT(state.failure_kind() == FailureKind::none);
  return outcome;
}

std::string fold_all(const std::vector<core::Operation>& stream) {
  Database state = open_state();
  for (const core::Operation& operation : stream) fold_one(state, operation);
  return state_hash(state);
}

void expect(const std::string& description, const std::function<void()>& property) {
  EXPECT_TRUE(rc::check(description, property));
}

TEST(FoldProperty, NothingStopsTheFoldAndTheLedgerStaysWhole) {
  expect("fold anything", [] {
    Database state = open_state();
    for (const core::Operation& operation : drawn_stream()) {
      const core::Outcome outcome = fold_one(state, operation);
      if (core::is_intent(operation.body)) {
        RC_ASSERT(outcome.kind != core::OutcomeKind::flagged ||
                  outcome.flag == core::Flag::unfoldable);
      } else {
        RC_ASSERT(outcome.kind != core::OutcomeKind::refused);
      }
    }
    RC_ASSERT(check_ledger(state).none());
  });
}

TEST(FoldProperty, TheOrderOfUnorderedReadingDoesNotMatter) {
  expect("reverse unordered selects", [] {
    const std::vector<core::Operation> stream = drawn_stream();
    Database state = open_state();
    RC_ASSERT(state.run("PRAGMA reverse_unordered_selects=ON").ok());
    for (const core::Operation& operation : stream) fold_one(state, operation);
    RC_ASSERT(state_hash(state) == fold_all(stream));
  });
}

TEST(FoldProperty, TwiceIsOnce) {
  expect("repeat operations", [] {
    const std::vector<core::Operation> stream = drawn_stream();
    Database state = open_state();
    for (size_t i = 0; i < stream.size(); ++i) {
      const core::Outcome first = fold_one(state, stream[i]);
      const size_t again = *rc::gen::inRange<size_t>(0, i + 1);
      const core::Outcome repeated = fold_one(state, stream[again]);
      if (again == i) RC_ASSERT(repeated.kind == first.kind && repeated.flag == first.flag);
    }
    RC_ASSERT(state_hash(state) == fold_all(stream));
  });
}

TEST(FoldProperty, WhatWasTakenBackLeavesNothing) {
  expect("roll back and fold again", [] {
    const std::vector<core::Operation> stream = drawn_stream();
    Database state = open_state();
    size_t confirmed = 0;
    while (confirmed < stream.size()) {
      const size_t pending = *rc::gen::inRange<size_t>(confirmed + 1, stream.size() + 1);
      RC_ASSERT(state.run("BEGIN").ok());
      // What is pending may come in another order than it is confirmed in.
      for (size_t i = pending; i > confirmed; --i) fold_one(state, stream[i - 1]);
      RC_ASSERT(state.run("ROLLBACK").ok());
      RC_ASSERT(state.run("BEGIN").ok());
      const size_t next = *rc::gen::inRange<size_t>(confirmed + 1, pending + 1);
      for (; confirmed < next; ++confirmed) fold_one(state, stream[confirmed]);
      RC_ASSERT(state.run("COMMIT").ok());
    }
    RC_ASSERT(state_hash(state) == fold_all(stream));
  });
}

TEST(FoldProperty, WithoutSavepointsItIsTheSameAsWith) {
  expect("unguarded until one breaks", [] {
    const std::vector<core::Operation> stream = drawn_stream();
    Database state = open_state();
    for (size_t from = 0; from < stream.size();) {
      const size_t to = *rc::gen::inRange<size_t>(from + 1, stream.size() + 1);
      RC_ASSERT(state.run("SAVEPOINT bundle").ok());
      for (size_t i = from; i < to && state.failure_kind() == FailureKind::none; ++i) {
        fold_unguarded(state, input_of(stream[i]));
      }
      if (state.failure_kind() != FailureKind::none) {
        (void)state.take_failure();
        RC_ASSERT(state.run("ROLLBACK TO bundle").ok());
        for (size_t i = from; i < to; ++i) fold_one(state, stream[i]);
      }
      RC_ASSERT(state.run("RELEASE bundle").ok());
      from = to;
    }
    RC_ASSERT(state_hash(state) == fold_all(stream));
  });
}

}  // namespace
}  // namespace linli::store
