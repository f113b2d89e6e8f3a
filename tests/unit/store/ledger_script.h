// Runs a table script of the ledger: one operation per line with the outcome it must
// have, and lines that compare balances. After every line the ledger must be sound.
//
//   place D1 tea Ann 2            -> refused not_enough_points 3
//   balance Ann points 1 held=0
//
// Words are names the script makes up, numbers, or key=value. Without an arrow the
// outcome must be `applied`. tests/unit/store/ledger/README.md lists the commands.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "unit/store/branch.h"

namespace linli::store {

class LedgerScript {
 public:
  // Fails the running test at the first line that does not come out as written.
  void run(const std::string& text);

 private:
  struct Line {
    std::string command;
    std::vector<std::string> words;
    std::map<std::string, std::string> options;
    std::string expected = "applied";
  };
  static Line parse(const std::string& text);

  std::string word(size_t index) const;
  int64_t number(size_t index) const;
  std::optional<std::string> option(const std::string& key) const;
  std::optional<int32_t> figure(const std::string& key) const;
  int32_t figure_or(const std::string& key, int32_t otherwise) const;
  core::Day day_or_today() const;
  template <class IdType>
  IdType id_at(size_t index) const;
  template <class IdType>
  std::optional<IdType> id_option(const std::string& key) const;
  template <class E>
  E enum_option(const std::string& key, E otherwise) const;
  core::Purse purse_at(size_t index) const;

  bool compare();                         // balance, record, item …; false when no such command
  std::optional<core::Body> operation();  // nothing when no such command
  std::optional<core::Body> ledger_operation();
  std::optional<core::Body> record_operation();
  std::optional<core::Body> shop_operation();
  std::optional<core::Body> activity_operation();
  core::Body policy();
  core::Body person(core::PersonRole role);
  void fold_and_expect(const core::Body& body);

  Branch branch_;
  Line line_;
};

}  // namespace linli::store
