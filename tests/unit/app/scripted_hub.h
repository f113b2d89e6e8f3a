// A hub in memory that orders bundles as docs/formats/hub-api.md says, and can be told to
// be away, to answer like a captive portal, or to tell another story. And a browser that
// carries out a device's requests against it.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/sync_driver.h"
#include "base/crypto.h"
#include "sync/bundle_codec.h"
#include "sync/canonical_json.h"
#include "sync/head.h"
#include "sync/identity.h"
#include "sync/operation_codec.h"
#include "unit/app/fake_env.h"

namespace linli::app {

inline base::Ed25519KeyPair test_key(unsigned char seed) {
  std::array<unsigned char, 32> bytes{};
  bytes.fill(seed);
  return base::ed25519_key_pair(bytes);
}

class ScriptedHub {
 public:
  enum class Mood { well, away, portal, failing };

  struct Placed {
    sync::Bundle bundle;
    sync::Receipt receipt;
  };

  Event answer(const HttpCall& call) {
    ++calls;
    Event event;
    event.kind = Event::Kind::http;
    event.status = 200;
    if (mood == Mood::away) {
      event.kind = Event::Kind::failed;
      event.code = "offline";
    } else if (mood == Mood::portal) {
      event.text = "<html><body>Welcome to the cafe. Please accept.</body></html>";
    } else if (mood == Mood::failing) {
      event.status = 500;
      event.text = "{\"code\":\"failed\",\"sentence\":\"-\"}";
    } else {
      well(call, event);
    }
    return event;
  }

  std::string head_text() const {
    sync::JsonObjectWriter writer;
    fill_head(writer);
    const std::string signature = base::ed25519_sign("linli.head/1\n" + writer.finish(), key_);
    sync::JsonObjectWriter with_signature;
    fill_head(with_signature);
    with_signature.string("signature", signature);
    return with_signature.finish();
  }

  Mood mood = Mood::well;
  std::string setup_code = "AAAA-BBBB-CCCC-DDDD";
  core::SpaceId space;
  std::vector<Placed> order;
  std::vector<std::string> payloads;
  std::string refuse_replica;  // whose bundles get `bad_signature`
  int calls = 0;

 private:
  void fill_head(sync::JsonObjectWriter& writer) const {
    writer.string("at", base::instant_text(FakeEnv::start));
    writer.integer("epoch", 1);
    writer.string("format", "linli.head/1");
    writer.string("head", head_hash());
    writer.string("hub_key", key_.public_key_hex);
    writer.integer("seq", static_cast<int64_t>(order.size()));
    writer.string("space", space.view());
  }

  std::string head_hash() const {
    return order.empty() ? sync::first_head(space) : order.back().receipt.head;
  }

  std::string end(bool more = false) const {
    return "{\"end\":{\"head\":" + head_text() + (more ? ",\"more\":true" : ",\"more\":false") +
           "}}\n";
  }

  static std::vector<std::string> lines_of(const std::string& body) {
    std::vector<std::string> lines;
    for (size_t at = 0; at < body.size();) {
      size_t stop = body.find('\n', at);
      if (stop == std::string::npos) stop = body.size();
      if (stop > at) lines.push_back(body.substr(at, stop - at));
      at = stop + 1;
    }
    return lines;
  }

  void refuse(Event& event, int status, const std::string& code) {
    event.status = status;
    event.text = "{\"code\":\"" + code + "\",\"sentence\":\"-\"}";
  }

  std::string push_line(const std::string& text) {
    const auto read = sync::read_bundle(text);
    if (!read) return "{\"refusal\":{\"code\":\"malformed\",\"number\":0,\"replica\":\"\"}}\n";
    const sync::Bundle& bundle = read.value();
    const auto no = [&bundle](const std::string& code) {
      return "{\"refusal\":{\"code\":\"" + code + "\",\"number\":" + std::to_string(bundle.number) +
             ",\"replica\":\"" + bundle.replica.str() + "\"}}\n";
    };
    if (bundle.replica.str() == refuse_replica) return no("bad_signature");
    int64_t last = 0;
    for (const Placed& placed : order) {
      if (placed.bundle.hash == bundle.hash) {
        return "{\"receipt\":" + sync::write_receipt(placed.receipt) + "}\n";
      }
      if (placed.bundle.replica == bundle.replica) last = placed.bundle.number;
    }
    if (bundle.number != last + 1) return no(bundle.number <= last ? "fork" : "gap");
    if (bundle.number == 1 && bundle.opening.kind == sync::Opening::Kind::enrolment) {
      if (used_invites_ > 0) return no("invite_used");
      ++used_invites_;
    }
    Placed placed{bundle, {}};
    placed.receipt = {bundle.replica, bundle.number, static_cast<int64_t>(order.size()) + 1,
                      bundle.hash, sync::next_head(head_hash(), bundle.hash)};
    order.push_back(placed);
    return "{\"receipt\":" + sync::write_receipt(placed.receipt) + "}\n";
  }

  // A kiosk's, unless an ordered bundle says otherwise.
  std::string role_of_invite(const std::string& invite) const {
    const std::string marks = "\"role\":\"";
    for (const Placed& placed : order) {
      const std::string& text = placed.bundle.text;
      const size_t at = text.find("\"invite\":\"" + invite);
      const size_t role = at == std::string::npos ? at : text.find(marks, at);
      if (role == std::string::npos) continue;
      const size_t begin = role + marks.size();
      return text.substr(begin, text.find('"', begin) - begin);
    }
    return "kiosk";
  }

  int64_t after_in(const std::string& path) {
    const size_t mark = path.find("after=");
    return mark == std::string::npos ? 0 : std::stoll(path.substr(mark + 6));
  }

  void well(const HttpCall& call, Event& event) {
    const bool bundles = call.path.find("/bundles") != std::string::npos;
    const bool payload_path = call.path.find("/payloads") != std::string::npos;
    if (call.path.rfind("/api/v1/invites/", 0) == 0) {
      if (space.empty() || order.empty()) return refuse(event, 404, "invite_unknown");
      event.text = "{\"role\":\"" + role_of_invite(call.path.substr(16)) + "\",\"space\":\"" +
                   space.str() + "\"}";
    } else if (call.method == "POST" && call.path == "/api/v1/spaces") {
      if (call.setup_code != setup_code) return refuse(event, 403, "setup_code_wrong");
      const auto lines = lines_of(call.body);
      space = sync::read_bundle(lines.front()).value().space;
      for (const std::string& line : lines) event.text += push_line(line);
      event.text += end();
    } else if (call.method == "POST" && bundles) {
      for (const std::string& line : lines_of(call.body)) event.text += push_line(line);
      event.text += end();
    } else if (call.method == "GET" && bundles) {
      for (size_t i = static_cast<size_t>(after_in(call.path)); i < order.size(); ++i) {
        event.text += "{\"bundle\":" + order[i].bundle.text +
                      ",\"receipt\":" + sync::write_receipt(order[i].receipt) + "}\n";
      }
      event.text += end();
    } else if (call.method == "GET" && payload_path) {
      const auto from = static_cast<size_t>(after_in(call.path));
      for (size_t i = from; i < payloads.size(); ++i) {
        event.text += "{\"commitment\":\"" + sync::payload_commitment(payloads[i]) +
                      "\",\"cursor\":" + std::to_string(i + 1) + ",\"payload\":" + payloads[i] +
                      "}\n";
      }
      event.text +=
          "{\"end\":{\"cursor\":" + std::to_string(payloads.size()) + ",\"more\":false}}\n";
    } else if (call.method == "PUT" && payload_path) {
      for (const std::string& line : lines_of(call.body)) {
        payloads.push_back(line);
        event.text += "{\"accepted\":\"" + sync::payload_commitment(line) + "\"}\n";
      }
      event.text += "{\"end\":{}}\n";
    } else if (call.path.find("/head") != std::string::npos) {
      event.text = head_text();
    } else {
      refuse(event, 404, "not_found");
    }
  }

  base::Ed25519KeyPair key_ = test_key(200);
  int used_invites_ = 0;
};

// What a browser does for one device: keys, requests, answers.
class ScriptedBrowser {
 public:
  ScriptedBrowser(unsigned char seed, ScriptedHub& hub) : hub_(hub), key_(test_key(seed)) {
    env.state = seed;
    auto opened = App::open(env, {":memory:", ":memory:", "", Mode::desk});
    app_ = std::move(opened).value();
  }

  App& app() { return *app_; }
  const base::Ed25519KeyPair& key() const { return key_; }

  // Carries everything out until nothing moves any more.
  void settle() {
    for (int round = 0; round < 2000; ++round) {
      bool moved = app().work(1000);
      moved = app().sync().work() || moved;
      for (Request& request : app().requests().take()) moved = carry_out(request) || moved;
      if (!moved) return;
    }
  }
  void later(double seconds) {
    settle();
    for (int step = 0; step < 8; ++step) {
      env.millis += static_cast<int64_t>(seconds * 1000 / 8);
      settle();
    }
  }

  // Where answers go beside the sync driver.
  std::function<bool(const Event&)> also = [](const Event&) { return false; };
  FakeEnv env;
  bool key_works = true;
  std::vector<SaveFile> saved;

 private:
  bool carry_out(const Request& request) {
    Event event;
    if (const auto* sign = std::get_if<SignBytes>(&request.body)) {
      event.kind = key_works ? Event::Kind::done : Event::Kind::failed;
      event.text = key_works ? base::ed25519_sign(sign->bytes, key_) : "";
    } else if (const auto* make = std::get_if<MakeDeviceKey>(&request.body)) {
      if (make->fresh && app().founded()) key_ = test_key(++next_key_);
      event.text = key_.public_key_hex;
    } else if (const auto* call = std::get_if<HttpCall>(&request.body)) {
      event = hub_.answer(*call);
    } else if (const auto* file = std::get_if<SaveFile>(&request.body)) {
      saved.push_back(*file);
      return false;
    } else {
      return false;  // live events stay silent: the polls have to do
    }
    event.request = request.id;
    if (!also(event)) app().sync().handle(event);
    return true;
  }

  ScriptedHub& hub_;
  base::Ed25519KeyPair key_;
  unsigned char next_key_ = 100;  // of the keys made after the first
  std::unique_ptr<App> app_;
};

}  // namespace linli::app
