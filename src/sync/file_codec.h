// Files of bundles (`*.linli.json`, docs/formats/file.md): what travels on a USB stick.
// Reading tells first whether the file is whole, and never takes a part of a damaged one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sync/bundle_codec.h"
#include "sync/head.h"

namespace linli::sync {

inline constexpr std::string_view file_format = "linli.file/1";

struct BundleFile {
  core::SpaceId space;
  std::vector<Bundle> bundles;
  std::vector<std::string> payloads;  // canonical texts
  std::vector<Receipt> receipts;
  std::optional<Head> head;  // signed by the hub whose receipts these are
};

// `bundle_texts` in the order of the log, those without a receipt last, by replica and number.
// `head_text` is the hub's signed head up to which the receipts lead; empty when there is none.
std::string write_file(const core::SpaceId& space, const std::vector<std::string>& bundle_texts,
                       const std::vector<std::string>& payload_texts,
                       const std::vector<Receipt>& receipts, std::string_view head_text = {});

// A file that ends too early is ErrorCode::truncated; a person may have opened and saved it
// with an editor, so white space and the order of members don't matter outside of bundles:
// what was signed decides.
base::Result<BundleFile> read_file(std::string_view text);

}  // namespace linli::sync
