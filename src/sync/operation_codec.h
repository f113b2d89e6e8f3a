// Operations and their private payloads as canonical JSON (docs/formats/operation.md),
// through the `fields` of each operation, so no kind has code of its own here. Reading
// must never guess: a missing field, another type or a value out of range is an Error
// with the path; only fields that this program doesn't know yet are passed over.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "core/operation.h"
#include "sync/canonical_json.h"

namespace linli::sync {

struct WrittenOperation {
  std::string text;
  std::string payload;  // canonical text of the private payload; empty when there is none
};

// `salt_hex` (32 hex, fresh random for each operation) is used when the body has details.
WrittenOperation write_operation(const core::Operation& operation, std::string_view salt_hex);

struct ReadOperation {
  core::Operation operation;  // details are empty until attach_payload
  std::string commitment;     // of the private payload; empty when there is none
};

// An unknown kind or major is ErrorCode::unknown_kind, an unknown word of an enum
// ErrorCode::update_needed: both mean that a newer program can read it.
base::Result<ReadOperation> read_operation(JsonValue value);
base::Result<ReadOperation> read_operation(std::string_view text);

inline bool needs_update(const base::Error& error) {
  return error.code == base::ErrorCode::unknown_kind ||
         error.code == base::ErrorCode::update_needed;
}

// What stands around the data. Readable for every kind, known or not, so that an
// operation that can't be decoded can still be named in an outcome.
struct OperationEnvelope {
  core::OperationId id;
  int64_t at_millis = 0;
  std::optional<int64_t> hub_at_millis;
  core::Day day;
  core::PersonId actor;
  std::string kind;
  std::string commitment;
};
base::Result<OperationEnvelope> read_envelope(JsonValue value);

// sha256("linli.payload/1\n" + text) as hex.
std::string payload_commitment(std::string_view payload_text);

// Whether a text from outside may be kept as a payload: canonical, an object, with a salt.
base::Status check_payload(std::string_view payload_text);

// Puts the private fields into the operation's details. The caller has compared the
// commitment when the payload arrived. A body without details is an Error.
base::Status attach_payload(core::Operation& operation, std::string_view payload_text);

}  // namespace linli::sync
