#include "sync/seal.h"

#include "base/check.h"
#include "base/crypto.h"
#include "base/limits.h"
#include "sync/bundle_codec.h"
#include "sync/canonical_json.h"

namespace linli::sync {
namespace {

constexpr size_t signature_member_bytes = sizeof("\"signature\":\"\",") - 1 + 128;

// What stands before and after the operations in the signed text.
struct Frame {
  std::string before;
  std::string after;
};

Frame frame_of(const ChainEnd& end) {
  Frame frame;
  frame.before = "{\"format\":\"" + std::string(bundle_format) + "\",\"number\":";
  append_json_integer(frame.before, end.last_number + 1);
  frame.before += ",\"operations\":[";
  frame.after = "],\"previous\":\"";
  frame.after += end.last_number == 0 ? no_previous : std::string_view(end.last_hash);
  frame.after +=
      "\",\"replica\":\"" + end.replica.str() + "\",\"space\":\"" + end.space.str() + "\"}";
  return frame;
}

}  // namespace

UnsignedBundle cut_bundle(const ChainEnd& end, const std::vector<std::string>& operation_texts,
                          size_t from) {
  CHECK(from < operation_texts.size());
  const Frame frame = frame_of(end);
  UnsignedBundle bundle;
  bundle.number = end.last_number + 1;
  std::string text = frame.before;
  const size_t room = base::bundle_bytes_max - frame.after.size() - signature_member_bytes;
  for (size_t i = from; i < operation_texts.size(); ++i) {
    const std::string& one = operation_texts[i];
    if (bundle.operation_count == base::bundle_operations_max) break;
    if (text.size() + one.size() + 1 > room) break;
    if (bundle.operation_count > 0) text += ',';
    text += one;
    ++bundle.operation_count;
  }
  // The fields of operations are bounded far below a bundle's size.
  CHECK(bundle.operation_count > 0);
  bundle.signed_bytes = std::string(bundle_format) + "\n" + text + frame.after;
  bundle.hash = base::sha256_hex(bundle.signed_bytes);
  return bundle;
}

std::string sealed_text(const UnsignedBundle& bundle, std::string_view signature_hex) {
  CHECK(signature_hex.size() == 128);
  const std::string_view text =
      std::string_view(bundle.signed_bytes).substr(bundle_format.size() + 1);
  // The space is the last member and holds no quotes, so its key is found from the end.
  const size_t space = text.rfind("\"space\":\"");
  CHECK(space != std::string_view::npos);
  std::string sealed(text.substr(0, space));
  sealed += "\"signature\":\"";
  sealed += signature_hex;
  sealed += "\",";
  sealed += text.substr(space);
  return sealed;
}

}  // namespace linli::sync
