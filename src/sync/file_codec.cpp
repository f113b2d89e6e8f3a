#include "sync/file_codec.h"

#include <utility>

#include "base/limits.h"

namespace linli::sync {

using base::Error;
using base::ErrorCode;
using base::Result;
using base::Status;

namespace {

Error wrong(std::string where) { return Error{ErrorCode::wrong_shape, std::move(where)}; }

std::string joined(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) {
    if (out.size() > 1) out += ',';
    out += text;
  }
  return out + "]";
}

// A text that was cut off stops inside something: a string or a bracket is still open.
bool is_cut_off(std::string_view text) {
  size_t open = 0;
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++open;
    } else if ((c == '}' || c == ']') && open > 0) {
      --open;
    }
  }
  return in_string || open > 0;
}

std::optional<Error> check_format(JsonValue root) {
  const JsonValue format = root.member("format");
  if (!format.is(JsonType::string)) return wrong("format");
  const std::string text = format.string();
  if (text == file_format) return std::nullopt;
  if (text.rfind("linli.file/", 0) == 0) return Error{ErrorCode::update_needed, text};
  return wrong("format");
}

Result<Bundle> read_file_bundle(JsonValue value, const core::SpaceId& space) {
  // Re-writing undoes what an editor did; the signature shows whether more was changed.
  Result<Bundle> bundle = read_bundle(std::string_view(canonical_text(value)));
  if (bundle.ok() && bundle.value().space != space) {
    return Error{ErrorCode::wrong_space, bundle.value().space.str()};
  }
  return bundle;
}

template <class Read>
std::optional<Error> read_list(JsonValue root, std::string_view key, const Read& read) {
  const JsonValue list = root.member(key);
  if (!list.is(JsonType::array)) return wrong(std::string(key));
  size_t index = 0;
  for (JsonValue item = list.first(); item.exists(); item = item.next()) {
    if (std::optional<Error> error = read(item)) {
      error->where = std::string(key) + "[" + std::to_string(index) + "] " + error->where;
      return error;
    }
    ++index;
  }
  return std::nullopt;
}

}  // namespace

std::string write_file(const core::SpaceId& space, const std::vector<std::string>& bundle_texts,
                       const std::vector<std::string>& payload_texts,
                       const std::vector<Receipt>& receipts, std::string_view head_text) {
  std::vector<std::string> receipt_texts;
  for (const Receipt& receipt : receipts) receipt_texts.push_back(write_receipt(receipt));
  JsonObjectWriter file;
  file.raw("bundles", joined(bundle_texts));
  file.string("format", file_format);
  if (!head_text.empty()) file.raw("head", head_text);
  file.raw("payloads", joined(payload_texts));
  file.raw("receipts", joined(receipt_texts));
  file.string("space", space.view());
  return file.finish() + "\n";
}

Result<BundleFile> read_file(std::string_view text) {
  if (text.size() > base::file_bytes_max) return Error{ErrorCode::too_large, "file_bytes_max"};
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, 3) == byte_order_mark) text.remove_prefix(3);
  JsonDocument document;
  if (Status status = document.read(text, JsonForm::any); !status.ok()) {
    if (text.empty() || is_cut_off(text)) {
      return Error{ErrorCode::truncated, std::to_string(text.size())};
    }
    return status.error();
  }
  const JsonValue root = document.root();
  if (!root.is(JsonType::object)) return wrong("");
  if (auto error = check_format(root)) return *std::move(error);
  BundleFile file;
  const JsonValue space = root.member("space");
  if (!space.is(JsonType::string) ||
      !base::well_formed_id(space.string(), core::SpaceId::prefix())) {
    return wrong("space");
  }
  file.space = core::SpaceId(space.string());

  auto error = read_list(root, "bundles", [&](JsonValue item) -> std::optional<Error> {
    Result<Bundle> bundle = read_file_bundle(item, file.space);
    if (!bundle.ok()) return bundle.error();
    file.bundles.push_back(std::move(bundle).value());
    return std::nullopt;
  });
  if (error) return *std::move(error);
  error = read_list(root, "payloads", [&](JsonValue item) -> std::optional<Error> {
    if (!item.is(JsonType::object)) return wrong("");
    file.payloads.push_back(canonical_text(item));
    if (file.payloads.back().size() > base::payload_bytes_max) {
      return Error{ErrorCode::too_large, "payload_bytes_max"};
    }
    return std::nullopt;
  });
  if (error) return *std::move(error);
  error = read_list(root, "receipts", [&](JsonValue item) -> std::optional<Error> {
    Result<Receipt> receipt = read_receipt(item);
    if (!receipt.ok()) return receipt.error();
    file.receipts.push_back(std::move(receipt).value());
    return std::nullopt;
  });
  if (error) return *std::move(error);
  // A head that is not sound vouches for nothing; the bundles have signatures of their own.
  if (Result<Head> head = read_head(root.member("head"), file.space); head.ok()) {
    file.head = std::move(head).value();
  }
  return file;
}

}  // namespace linli::sync
