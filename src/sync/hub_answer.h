// What a hub may answer, told apart from what only looks like an answer: a captive
// portal's page, a proxy's error, a list that was cut off. Nothing here trusts a word
// of it; signatures and hashes are checked by whoever takes the content.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sync/canonical_json.h"

namespace linli::sync {

// One HTTP answer as the shell got it.
struct Answer {
  uint32_t id = 0;     // of the call
  int32_t status = 0;  // 0: no answer at all (offline, time out, cut)
  std::string body;
  int64_t retry_after_seconds = 0;  // 0 when the header is absent
};

// An answer that refuses the whole request. `code` is empty when it did not come from a hub.
struct HubFailure {
  std::string code;
  std::optional<int64_t> at_millis;  // the hub's clock, with clock_wrong
  std::optional<int64_t> have;       // with blob_offset_wrong
};

HubFailure read_failure(std::string_view body);

enum class ListEnd : uint8_t {
  complete,   // the line {"end":{…}} was there
  cut_off,    // the lines before are sound
  not_a_hub,  // not even the first line is one
};

// Visits the lines of a list; the end's value goes to `end`. A visit that returns false
// stops and counts as cut off.
ListEnd read_lines(std::string_view body, const std::function<bool(JsonValue line)>& line,
                   const std::function<void(JsonValue end)>& end);

// Members of an answer that must be there as text or integer; empty or `otherwise` when not.
std::string text_member(JsonValue object, std::string_view key);
int64_t integer_member(JsonValue object, std::string_view key, int64_t otherwise);
bool flag_member(JsonValue object, std::string_view key);

}  // namespace linli::sync
