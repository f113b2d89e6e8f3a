#include "ui/route.h"

#include "base/utf8.h"

namespace linli::ui {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
        hex_digit(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return base::is_utf8(out) ? out : std::string();
}

void append_encoded(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '_' || c == '-' || c == '.' || c == '~';
    if (plain) {
      out += c;
    } else {
      static constexpr char digits[] = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
}

// Cuts the text before `separator` off the front of `rest`.
std::string_view cut(std::string_view& rest, char separator) {
  const size_t at = rest.find(separator);
  const std::string_view head = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return head;
}

}  // namespace

std::string_view Route::part(size_t index) const {
  return index < parts.size() ? std::string_view(parts[index]) : std::string_view();
}

std::string_view Route::parameter(std::string_view name) const {
  for (const auto& [key, value] : parameters) {
    if (key == name) {
      return value;
    }
  }
  return {};
}

Route parse_route(std::string_view text) {
  Route route;
  if (!text.empty() && text.front() == '#') {
    text.remove_prefix(1);
  }
  std::string_view path = cut(text, '?');
  while (!path.empty()) {
    const std::string part = decoded(cut(path, '/'));
    if (part.empty()) {
      continue;
    }
    if (route.screen.empty()) {
      route.screen = part;
    } else {
      route.parts.push_back(part);
    }
  }
  while (!text.empty()) {
    std::string_view pair = cut(text, '&');
    std::string name = decoded(cut(pair, '='));
    if (!name.empty()) {
      route.parameters.emplace_back(std::move(name), decoded(pair));
    }
  }
  return route;
}

std::string to_text(const Route& route) {
  std::string out = "/";
  append_encoded(out, route.screen);
  for (const std::string& part : route.parts) {
    out += '/';
    append_encoded(out, part);
  }
  char separator = '?';
  for (const auto& [name, value] : route.parameters) {
    out += separator;
    append_encoded(out, name);
    out += '=';
    append_encoded(out, value);
    separator = '&';
  }
  return out;
}

}  // namespace linli::ui
