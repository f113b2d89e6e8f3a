// Visitor over the `fields` of an operation that fills them from any source of numbers:
// a fixed one for the golden file, RapidCheck for the properties. A new type of field
// doesn't compile until it can be filled here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/crypto.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "core/operation.h"

namespace linli::sync {

// A source has `uint64_t below(uint64_t bound)`: a number from 0 to bound - 1.
template <class Source>
class FieldFiller {
 public:
  enum class Optionals : uint8_t { by_source, all, none };

  FieldFiller(Source& source, Optionals optionals) : source_(source), optionals_(optionals) {}

  template <class T>
  void operator()(std::string_view, T& field) {
    fill(field);
  }

  std::string ulid() {
    unsigned char random[10];
    for (unsigned char& byte : random) byte = static_cast<unsigned char>(source_.below(256));
    return base::ulid(static_cast<int64_t>(source_.below(uint64_t{1} << 48)), random);
  }

  core::Operation operation(size_t body_index) {
    core::Operation operation;
    operation.id = core::OperationId(ulid());
    operation.at_millis = static_cast<int64_t>(source_.below(4102444800000));
    if (present()) operation.hub_at_millis = operation.at_millis / 2;
    fill(operation.day);
    if (present()) fill(operation.actor);
    emplace<0>(operation.body, body_index);
    std::visit(
        [&](auto& body) {
          body.fields(*this);
          using Body = std::decay_t<decltype(body)>;
          if constexpr (core::HasPrivate<Body>::value) {
            if (present()) body.details.emplace().fields(*this);
          }
        },
        operation.body);
    return operation;
  }

 private:
  template <size_t I>
  static void emplace(core::Body& body, size_t index) {
    if constexpr (I < std::variant_size_v<core::AnyBody>) {
      if (I == index) {
        body.emplace<I>();
      } else {
        emplace<I + 1>(body, index);
      }
    }
  }

  bool present() {
    if (optionals_ == Optionals::by_source) return source_.below(2) == 1;
    return optionals_ == Optionals::all;
  }
  void fill(bool& field) { field = source_.below(2) == 1; }
  void fill(int32_t& field) {
    const int64_t wide = static_cast<int64_t>(source_.below(uint64_t{1} << 32)) + INT32_MIN;
    field = static_cast<int32_t>(source_.below(2) == 1 ? wide : wide % 1000);
  }
  void fill(int64_t& field) {
    field = static_cast<int64_t>(source_.below(2 * base::amount_max + 1)) - base::amount_max;
  }
  void fill(core::Day& field) {
    const int32_t first = base::day_of({1900, 1, 1}).number;
    const int32_t last = base::day_of({9999, 12, 31}).number;
    field.number =
        first + static_cast<int32_t>(source_.below(static_cast<uint64_t>(last - first + 1)));
  }
  void fill(core::Title& field) { field.text = text(12); }
  void fill(core::Note& field) { field.text = text(40); }
  void fill(core::Hash& field) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(source_.below(256));
    field.hex = base::sha256_hex(bytes);
  }
  template <class Tag>
  void fill(base::Id<Tag>& field) {
    std::string id(Tag::prefix);
    if (Tag::prefix == core::ReplicaId::prefix()) {
      field = base::Id<Tag>("r_" + base::sha256_hex(ulid()).substr(0, 32));
      return;
    }
    if (!id.empty()) id += '_';
    field = base::Id<Tag>(id + ulid());
  }
  template <class E, std::enable_if_t<std::is_enum_v<E>, int> = 0>
  void fill(E& field) {
    field = static_cast<E>(source_.below(core::enum_count<E>()));
  }
  template <class T>
  void fill(std::optional<T>& field) {
    if (present()) fill(field.emplace());
  }
  template <class T>
  void fill(std::vector<T>& field) {
    if (!present()) return;
    field.resize(static_cast<size_t>(source_.below(4)));
    for (T& item : field) fill(item);
  }

  // Words of every kind a person may type, and characters that need an escape.
  std::string text(uint64_t code_points_max) {
    static constexpr char32_t interesting[] = {'"',     '\\',  '/',    '\n',     0,      0x1F,
                                               0x7F,    0x80,  0x2028, 0xFEFF,   0x90BB, 0x1F475,
                                               0x20BB7, 0x5D0, 0xFFFF, 0x10FFFF, 'a',    ' '};
    std::string out;
    const uint64_t count = source_.below(code_points_max + 1);
    for (uint64_t i = 0; i < count; ++i) {
      const uint64_t which = source_.below(sizeof(interesting) / sizeof(interesting[0]) + 8);
      base::append_code_point(out, which < 18
                                       ? interesting[which]
                                       : static_cast<char32_t>(0x4E00 + source_.below(20000)));
    }
    return out;
  }

  Source& source_;
  Optionals optionals_;
};

}  // namespace linli::sync
