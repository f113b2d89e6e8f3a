#include "app/csv.h"

#include <algorithm>

#include "base/limits.h"
#include "base/utf8.h"

namespace linli::app {
namespace {

using base::Error;
using base::ErrorCode;

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  base::Result<std::vector<CsvRow>> read() {
    row_.line = line_;
    while (at_ < text_.size()) {
      if (!read_field()) return Error{ErrorCode::row_invalid, std::to_string(row_.line)};
      if (rows_.size() > base::import_rows_max) {
        return Error{ErrorCode::too_large, "import_rows_max"};
      }
    }
    end_row();
    return std::move(rows_);
  }

 private:
  // One field and the comma or line end behind it.
  bool read_field() {
    std::string field;
    if (text_[at_] == '"') {
      if (!read_quoted(field)) return false;
    } else {
      while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r') {
        field += text_[at_++];
      }
    }
    row_.fields.push_back(std::move(field));
    if (at_ == text_.size()) return true;
    if (text_[at_] == ',') {
      ++at_;
      if (at_ == text_.size()) row_.fields.emplace_back();
      return true;
    }
    if (text_[at_] != '\n' && text_[at_] != '\r') return false;  // text after a closing quote
    if (text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
    end_row();
    return true;
  }

  bool read_quoted(std::string& field) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] != '"') {
        field += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        field += '"';
        ++at_;
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  void end_row() {
    const bool any = std::any_of(row_.fields.begin(), row_.fields.end(),
                                 [](const auto& field) { return !base::trimmed(field).empty(); });
    if (any) rows_.push_back(std::move(row_));
    row_ = CsvRow{line_, {}};
  }

  std::string_view text_;
  size_t at_ = 0;
  int32_t line_ = 1;
  CsvRow row_;
  std::vector<CsvRow> rows_;
};

}  // namespace

base::Result<std::vector<CsvRow>> parse_csv(std::string_view text) {
  if (text.size() > base::import_bytes_max) return Error{ErrorCode::too_large, "import_bytes_max"};
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) {
    text.remove_prefix(byte_order_mark.size());
  }
  const size_t bad = base::utf8_error(text);
  if (bad != std::string_view::npos) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(bad), '\n');
    return Error{ErrorCode::not_utf8, std::to_string(line)};
  }
  return Reader(text).read();
}

std::string csv_row(const std::vector<std::string>& fields) {
  std::string row;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) row += ',';
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
      row += field;
      continue;
    }
    row += '"';
    for (const char c : field) {
      if (c == '"') row += '"';
      row += c;
    }
    row += '"';
  }
  return row + "\r\n";
}

}  // namespace linli::app
