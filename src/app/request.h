// What the program asks of the world outside, as data. A screen or the sync driver
// adds a Request; the shell carries it out and answers with an Event of the same id.
// Nothing here ever waits, and nothing inside may act on its own.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace linli::app {

struct SignBytes {  // Ed25519 with the device key
  std::string bytes;
};
struct MakeDeviceKey {  // answers with the public key, hex; the same key when one exists
  bool fresh = false;   // a new key instead: this browser holds no space (any more)
};
struct HttpCall {
  std::string method;
  std::string path;  // below the hub's address, starting with /
  std::string body;  // sent gzipped when gzip is true
  bool gzip = false;
  bool sign = false;       // adds the Authorization header of docs/formats/hub-api.md
  std::string at;          // time to sign with when the device's clock is wrong; empty = now
  std::string setup_code;  // sent as Linli-Setup-Code when not empty
  int32_t timeout_millis = 30000;
};
struct ListenHeads {  // server-sent events of the space; replaces an earlier one
  std::string path;   // empty = stop
};
struct PickFile {
  std::string accept;   // for example ".csv,text/csv"
  bool image = false;   // scaled down to limits before it comes back
  bool camera = false;  // prefer the camera on devices that have one
};
struct ScanCode {  // camera for QR; answers with the text, or a refusal
  bool start = true;
};
struct SaveFile {
  std::string name;
  std::string bytes;
  std::string type;
};
struct PrintHtml {  // body of a clean report view; the page owns the style sheet
  std::string title;
  std::string html;
};
struct Speak {
  std::string text;
  std::string language;
};
struct CopyText {
  std::string text;
};
struct ShowRoute {  // address bar, without the leading #
  std::string route;
  bool replace = false;
};
struct Kiosk {  // full screen and wake lock on or off
  bool on = false;
};
struct AskPersistence {};  // navigator.storage.persist and estimate
struct RememberSentinel {  // small note outside OPFS: which space this browser holds
  std::string text;
};
struct Reload {  // take the update that waits, never in the middle of work
};
struct OpenDemo {  // loads the page again as the demo, or as the real thing
  bool on = true;
};
struct SetLanguage {  // lang attribute and document title
  std::string language;
};
struct ShowPicture {  // a photo above everything until it is closed
  std::string name;
  std::string bytes;
};
struct DeriveKey {  // PBKDF2-SHA-256 in WebCrypto; answers 32 bytes as hex
  std::string secret;
  std::string salt_hex;
  int32_t rounds = 600000;
};

using RequestBody =
    std::variant<SignBytes, MakeDeviceKey, HttpCall, ListenHeads, PickFile, ScanCode, SaveFile,
                 PrintHtml, Speak, CopyText, ShowRoute, Kiosk, AskPersistence, RememberSentinel,
                 Reload, OpenDemo, SetLanguage, DeriveKey, ShowPicture>;

struct Request {
  uint32_t id = 0;
  RequestBody body;
};

// Answers and news from outside. `request` is 0 for news nobody asked for.
struct Event {
  enum class Kind : uint8_t {
    done,          // text: result (signature hex, public key, code, key …)
    failed,        // code: why (camera_refused, cancelled, not_supported, offline, timeout …)
    http,          // status, text = body, head = the few headers that matter as lines
    file,          // name, bytes, type; text = encoding that was recognised (utf-8, gbk), in
                   // which case bytes are UTF-8 already; empty = not a text
    head_moved,    // text = data of the event
    online,        // number 1/0
    route,         // text = new route (back, forward, typed)
    storage,       // number = bytes used, number2 = quota, text = persisted/not
    update_ready,  // a new version waits
    page_hidden,
    page_shown,
    typed_code,  // a reader that types: text
    timer,
    page_address,  // text = where this page came from, once at the start
  };
  uint32_t request = 0;
  Kind kind = Kind::done;
  int32_t status = 0;
  int64_t number = 0;
  int64_t number2 = 0;
  std::string code;
  std::string text;
  std::string name;
  std::string type;
  std::string head;
  std::string bytes;  // of a file
};

class Requests {
 public:
  uint32_t add(RequestBody body) {
    waiting_.push_back({++last_id_, std::move(body)});
    return last_id_;
  }
  std::vector<Request> take() { return std::exchange(waiting_, {}); }

 private:
  uint32_t last_id_ = 0;
  std::vector<Request> waiting_;
};

}  // namespace linli::app
