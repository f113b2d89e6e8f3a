#include "sync/hub_answer.h"

#include "base/day.h"

namespace linli::sync {

std::string text_member(JsonValue object, std::string_view key) {
  const JsonValue value = object.member(key);
  return value.is(JsonType::string) ? value.string() : std::string();
}

int64_t integer_member(JsonValue object, std::string_view key, int64_t otherwise) {
  const JsonValue value = object.member(key);
  return value.is(JsonType::integer) ? value.integer() : otherwise;
}

bool flag_member(JsonValue object, std::string_view key) {
  const JsonValue value = object.member(key);
  return value.is(JsonType::boolean) && value.boolean();
}

HubFailure read_failure(std::string_view body) {
  JsonDocument document;
  HubFailure failure;
  if (!document.read(body, JsonForm::any).ok() || !document.root().is(JsonType::object)) {
    return failure;
  }
  const JsonValue root = document.root();
  // Every refusal of a hub has both; a proxy that happens to speak JSON has not.
  if (!root.member("sentence").exists()) return failure;
  failure.code = text_member(root, "code");
  failure.at_millis = base::parse_instant(text_member(root, "at"));
  if (const JsonValue have = root.member("have"); have.is(JsonType::integer)) {
    failure.have = have.integer();
  }
  return failure;
}

ListEnd read_lines(std::string_view body, const std::function<bool(JsonValue)>& line,
                   const std::function<void(JsonValue)>& end) {
  JsonDocument document;
  size_t begin = 0;
  while (begin < body.size()) {
    const size_t line_end = body.find('\n', begin);
    const bool whole = line_end != std::string_view::npos;
    const std::string_view text = body.substr(begin, whole ? line_end - begin : line_end);
    if (!whole || !document.read(text, JsonForm::canonical).ok() ||
        !document.root().is(JsonType::object)) {
      return begin == 0 ? ListEnd::not_a_hub : ListEnd::cut_off;
    }
    if (const JsonValue last = document.root().member("end"); last.is(JsonType::object)) {
      end(last);
      return ListEnd::complete;
    }
    if (!line(document.root())) return ListEnd::cut_off;
    begin = line_end + 1;
  }
  return begin == 0 ? ListEnd::not_a_hub : ListEnd::cut_off;
}

}  // namespace linli::sync
