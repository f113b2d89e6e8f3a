// A bundle's text, its signed bytes and its hash (docs/formats/bundle.md). Reading looks
// at the shape of the bundle and of the envelopes of its operations and never at their
// data: what the data means is for the fold to judge.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "core/field_types.h"
#include "sync/canonical_json.h"
#include "sync/operation_codec.h"

namespace linli::sync {

inline constexpr std::string_view bundle_format = "linli.bundle/1";
inline constexpr std::string_view no_previous =
    "0000000000000000000000000000000000000000000000000000000000000000";

// How a replica's bundle 1 says which key its bundles are signed with.
struct Opening {
  enum class Kind : uint8_t { none, founding, enrolment };
  Kind kind = Kind::none;
  std::string public_key;
};

struct Bundle {
  core::SpaceId space;
  core::ReplicaId replica;
  int64_t number = 0;
  std::string previous;
  std::string signature;
  std::string hash;
  std::string text;  // canonical, with the signature
  size_t operation_count = 0;
  int64_t first_at_millis = 0;           // the earliest clock among the operations
  std::vector<std::string> commitments;  // of the private payloads, in order of the operations
  Opening opening;                       // bundle 1 only
};

// Errors: wrong_shape with the path, not_json and not_canonical with the offset, too_large,
// update_needed for a newer major of the format.
base::Result<Bundle> read_bundle(std::string_view text);
// From inside a canonical document, for example a line of a pull.
base::Result<Bundle> read_bundle(JsonValue value);

// "linli.bundle/1\n" and the canonical text without the signature.
std::string signed_bytes(const Bundle& bundle);

// The operations of a bundle that was read before (from the log), parsed once for the fold.
class BundleOperations {
 public:
  // `text` must outlive this.
  base::Status open(std::string_view text);
  size_t count() const { return values_.size(); }
  std::string_view text(size_t index) const { return values_[index].bytes(); }
  base::Result<ReadOperation> read(size_t index) const { return read_operation(values_[index]); }
  base::Result<OperationEnvelope> envelope(size_t index) const {
    return read_envelope(values_[index]);
  }

 private:
  JsonDocument document_;
  std::vector<JsonValue> values_;
};

}  // namespace linli::sync
