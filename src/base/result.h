// Result carries a value or an Error from the outside world (files, bundles, tables,
// the network). An Error names what is wrong by code and says where in plain data;
// the sentence a person reads is made from the string table, never here.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace linli::base {

// Every code has a sentence in assets/strings/*/error.json under the same name.
enum class ErrorCode : unsigned char {
  not_json,       // where: byte offset
  not_canonical,  // where: byte offset of the first difference
  wrong_shape,    // where: path of the field, for example operations[3].data.minutes
  unknown_kind,   // where: the kind; an update is needed
  too_large,      // where: which limit
  too_deep,
  wrong_signature,
  wrong_hash,
  wrong_chain,  // where: bundle number
  wrong_space,
  truncated,
  not_utf8,  // where: byte offset or row
  table_empty,
  column_missing,  // where: column name
  row_invalid,     // where: row and column
  storage_full,
  storage_failed,  // where: what SQLite said
  storage_corrupt,
  storage_locked,
  not_found,
  update_needed,
  offline,
  hub_refused,  // where: the hub's code
  count_,
};

const char* name(ErrorCode code);

struct Error {
  ErrorCode code;
  std::string where;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : content_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by design
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }
  const T& value() const& {
    CHECK(ok());
    return *std::get_if<0>(&content_);
  }
  T& value() & {
    CHECK(ok());
    return *std::get_if<0>(&content_);
  }
  T&& value() && {
    CHECK(ok());
    return std::move(*std::get_if<0>(&content_));
  }
  const Error& error() const {
    CHECK(!ok());
    return *std::get_if<1>(&content_);
  }

 private:
  std::variant<T, Error> content_;
};

struct Nothing {};
using Status = Result<Nothing>;
inline Status success() { return Status(Nothing{}); }

}  // namespace linli::base
