// A hub in a few lines, for tests of the session: it orders bundles, signs heads, keeps
// payloads and photos, and misbehaves when told to. The real one is tested against the
// same vectors, and with the real session in the browser tests.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sync/session.h"
#include "unit/sync/replica.h"

namespace linli::sync {

class LittleHub {
 public:
  struct Place {
    std::string text;
    Receipt receipt;
  };

  explicit LittleHub(unsigned char seed = 7) {
    std::array<unsigned char, 32> bytes{};
    bytes[0] = seed;
    key_ = base::ed25519_key_pair(bytes);
  }

  // What it does wrong: tried before anything else; an empty optional means "as usual".
  std::function<std::optional<Answer>(const Call&)> trouble;
  std::map<std::string, std::string> refuse;  // bundle hash -> code
  size_t page_max = 500;
  int64_t epoch = 1;
  int64_t at_millis = 1795334462003;
  std::vector<Place> order;
  std::vector<std::string> payload_texts;
  std::map<std::string, std::string> blobs;
  std::map<std::string, std::string> blob_parts;
  std::vector<std::string> paths;  // every call, for the test to look at
  bool founded = true;
  bool knows_commitments = false;  // refuses payloads of no ordered bundle

  Answer handle(const Call& call) {
    paths.push_back(call.method + " " + call.path);
    Answer answer;
    if (trouble) {
      if (std::optional<Answer> bad = trouble(call)) {
        bad->id = call.id;
        return *bad;
      }
    }
    answer.status = 200;
    if (call.path == "/api/v1/spaces") {
      founded = call.setup_code == "GOOD";
      if (!founded) return refusal(call.id, 403, "setup_code_wrong");
      answer.body = push(call.body);
    } else if (!founded) {
      return refusal(call.id, 401, "unknown_replica");
    } else if (call.method == "POST") {
      answer.body = push(call.body);
    } else if (call.path.find("/bundles?after=") != std::string::npos) {
      answer.body = pull(number_after(call.path, "after="));
    } else if (call.path.find("/payloads") != std::string::npos) {
      answer.body = call.method == "PUT" ? put_payloads(call.body)
                                         : get_payloads(number_after(call.path, "after="));
    } else if (call.path.find("/blobs/") != std::string::npos) {
      const Answer blob = call.method == "PUT" ? put_blob(call) : get_blob(call);
      answer.status = blob.status;
      answer.body = blob.body;
    }
    answer.id = call.id;
    return answer;
  }

  void add(const Bundle& bundle) {
    const std::string before = order.empty() ? first_head(test_space) : order.back().receipt.head;
    order.push_back({bundle.text,
                     {bundle.replica, bundle.number, static_cast<int64_t>(order.size()) + 1,
                      bundle.hash, next_head(before, bundle.hash)}});
  }

  // A backup from an earlier time is put back.
  void restore(size_t places) {
    order.resize(places);
    ++epoch;
  }

  std::string head_text() const {
    JsonObjectWriter unsigned_head;
    write_head(unsigned_head);
    const std::string signature =
        base::ed25519_sign("linli.head/1\n" + unsigned_head.finish(), key_);
    JsonObjectWriter head;
    write_head(head);
    head.string("signature", signature);
    return head.finish();
  }

  static Answer refusal(uint32_t id, int32_t status, const std::string& code,
                        const std::string& more = {}) {
    Answer answer;
    answer.id = id;
    answer.status = status;
    answer.body = "{\"code\":\"" + code + "\"" + more + ",\"sentence\":\"…\"}";
    return answer;
  }

 private:
  static int64_t number_after(const std::string& path, const std::string& key) {
    return std::stoll(path.substr(path.find(key) + key.size()));
  }

  void write_head(JsonObjectWriter& head) const {
    head.string("at", base::instant_text(at_millis));
    head.integer("epoch", epoch);
    head.string("format", "linli.head/1");
    head.string("head", order.empty() ? first_head(test_space) : order.back().receipt.head);
    head.string("hub_key", key_.public_key_hex);
    head.integer("seq", static_cast<int64_t>(order.size()));
    head.string("space", test_space.view());
  }

  static std::vector<std::string> lines_of(const std::string& body) {
    std::vector<std::string> lines;
    for (size_t begin = 0; begin < body.size();) {
      const size_t end = body.find('\n', begin);
      lines.push_back(body.substr(begin, end - begin));
      begin = end + 1;
    }
    return lines;
  }

  std::string push(const std::string& body) {
    std::string out;
    for (const std::string& line : lines_of(body)) {
      const auto bundle = read_bundle(std::string_view(line));
      out += push_one(bundle.value()) + "\n";
    }
    return out + "{\"end\":{\"head\":" + head_text() + "}}\n";
  }

  std::string push_one(const Bundle& bundle) {
    const auto refused = refuse.find(bundle.hash);
    if (refused != refuse.end()) return refusal_line(bundle, refused->second);
    int64_t last = 0;
    for (const Place& place : order) {
      if (place.receipt.hash == bundle.hash) return receipt_line(place.receipt);
      if (place.receipt.replica == bundle.replica) last = place.receipt.number;
    }
    if (bundle.number != last + 1) return refusal_line(bundle, "gap");
    add(bundle);
    return receipt_line(order.back().receipt);
  }

  static std::string receipt_line(const Receipt& receipt) {
    return "{\"receipt\":" + write_receipt(receipt) + "}";
  }
  static std::string refusal_line(const Bundle& bundle, const std::string& code) {
    return "{\"refusal\":{\"code\":\"" + code + "\",\"number\":" + std::to_string(bundle.number) +
           ",\"replica\":\"" + bundle.replica.str() + "\",\"sentence\":\"…\"}}";
  }

  std::string pull(int64_t after) const {
    std::string out;
    const size_t begin = std::min(order.size(), static_cast<size_t>(after));
    const size_t end = std::min(order.size(), begin + page_max);
    for (size_t i = begin; i < end; ++i) {
      out += "{\"bundle\":" + order[i].text + ",\"receipt\":" + write_receipt(order[i].receipt) +
             "}\n";
    }
    return out + "{\"end\":{\"head\":" + head_text() +
           ",\"more\":" + (end < order.size() ? "true" : "false") + "}}\n";
  }

  std::string put_payloads(const std::string& body) {
    std::string out;
    for (const std::string& line : lines_of(body)) {
      if (knows_commitments && !is_committed(payload_commitment(line))) {
        out += "{\"refusal\":{\"code\":\"payload_unknown\",\"commitment\":\"" +
               payload_commitment(line) + "\",\"sentence\":\"…\"}}\n";
        continue;
      }
      payload_texts.push_back(line);
      out += "{\"accepted\":\"" + payload_commitment(line) + "\"}\n";
    }
    return out + "{\"end\":{}}\n";
  }

  bool is_committed(const std::string& commitment) const {
    for (const Place& place : order) {
      const auto bundle = read_bundle(std::string_view(place.text));
      const auto& all = bundle.value().commitments;
      if (std::find(all.begin(), all.end(), commitment) != all.end()) return true;
    }
    return false;
  }

  std::string get_payloads(int64_t after) const {
    std::string out;
    for (size_t i = static_cast<size_t>(after); i < payload_texts.size(); ++i) {
      out += "{\"commitment\":\"" + payload_commitment(payload_texts[i]) +
             "\",\"cursor\":" + std::to_string(i + 1) + ",\"payload\":" + payload_texts[i] + "}\n";
    }
    return out + "{\"end\":{\"cursor\":" + std::to_string(payload_texts.size()) +
           ",\"more\":false}}\n";
  }

  Answer put_blob(const Call& call) {
    const std::string sha256 = call.path.substr(call.path.find("/blobs/") + 7, 64);
    std::string& part = blob_parts[sha256];
    if (number_after(call.path, "offset=") != static_cast<int64_t>(part.size())) {
      return refusal(0, 409, "blob_offset_wrong", ",\"have\":" + std::to_string(part.size()));
    }
    part += call.body;
    const int64_t size = number_after(call.path, "size=");
    if (static_cast<int64_t>(part.size()) == size) blobs[sha256] = part;
    Answer answer;
    answer.status = 200;
    answer.body =
        "{\"have\":" + std::to_string(part.size()) + ",\"size\":" + std::to_string(size) + "}";
    return answer;
  }

  Answer get_blob(const Call& call) {
    const auto blob = blobs.find(call.path.substr(call.path.find("/blobs/") + 7, 64));
    if (blob == blobs.end()) return refusal(0, 404, "not_found");
    Answer answer;
    answer.status = 200;
    answer.body = blob->second;
    return answer;
  }

  base::Ed25519KeyPair key_;
};

}  // namespace linli::sync
