// Operations that meet each other: ids come from pools of a few, numbers and days from
// small ranges with a wild one now and then, so that claims clash, names repeat,
// references dangle and limits are crossed.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "core/operation.h"

namespace linli::property {

class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed * 2654435769u + 1) {}
  uint64_t below(uint64_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return (state_ >> 33) % bound;
  }

 private:
  uint64_t state_;
};

template <class IdType>
IdType pooled_id(uint64_t index) {
  const std::string digits = "01" + std::string(23, '0') + std::to_string(index % 10);
  const std::string prefix(IdType::prefix());
  if (prefix == "r") return IdType("r_" + std::string(32, static_cast<char>('a' + index % 3)));
  return IdType(prefix.empty() ? digits : prefix + "_" + digits);
}

inline core::OperationId numbered(uint64_t number) {
  const std::string digits = std::to_string(number);
  return core::OperationId("01" + std::string(24 - digits.size(), '0') + digits);
}

class PooledFiller {
 public:
  explicit PooledFiller(Dice& dice) : dice_(dice) {}

  template <class T>
  void operator()(std::string_view, T& field) {
    fill(field);
  }

 private:
  void fill(bool& field) { field = dice_.below(2) == 0; }
  void fill(int32_t& field) {
    static constexpr int32_t values[] = {0, 1, 2, 5, 30, 60, 90, 540, 600, 1000, 1439, 2000};
    field = dice_.below(40) == 0 ? (dice_.below(2) == 0 ? INT32_MIN : INT32_MAX)
                                 : values[dice_.below(std::size(values))];
  }
  void fill(int64_t& field) {
    static constexpr int64_t values[] = {-5, 0, 1, 2, 30, 60, 120, 1000};
    field = dice_.below(40) == 0 ? int64_t{1} << 40 : values[dice_.below(std::size(values))];
  }
  void fill(core::Day& field) { field = core::Day{20000 + static_cast<int32_t>(dice_.below(4))}; }
  void fill(core::Title& field) { field.text = text(); }
  void fill(core::Note& field) { field.text = text(); }
  void fill(core::Hash& field) {
    field.hex = std::string(64, static_cast<char>('0' + dice_.below(3)));
  }
  template <class Tag>
  void fill(base::Id<Tag>& field) {
    field = pooled_id<base::Id<Tag>>(dice_.below(3));
  }
  void fill(core::OperationId& field) { field = numbered(1 + dice_.below(90)); }
  template <class E, std::enable_if_t<std::is_enum_v<E>, int> = 0>
  void fill(E& field) {
    field = static_cast<E>(dice_.below(core::enum_count<E>()));
  }
  template <class T>
  void fill(std::optional<T>& field) {
    field.reset();
    if (dice_.below(2) == 0) fill(field.emplace());
  }
  template <class T>
  void fill(std::vector<T>& field) {
    field.resize(dice_.below(3));
    for (T& item : field) fill(item);
  }
  std::string text() {
    static const char* const texts[] = {"", "张三", "Ünï  ço", "𬱖龘", "a'b\"c\\", "1", "مرحبا"};
    return texts[dice_.below(std::size(texts))];
  }

  Dice& dice_;
};

template <size_t... Index>
core::Body body_at(size_t wanted, std::index_sequence<Index...>) {
  core::Body body;
  ((Index == wanted ? (body.emplace<Index>(), 0) : 0), ...);
  return body;
}

inline core::Body pooled_body(Dice& dice) {
  constexpr size_t kinds = std::variant_size_v<core::AnyBody>;
  core::Body body = body_at(dice.below(kinds), std::make_index_sequence<kinds>());
  PooledFiller filler(dice);
  std::visit(
      [&](auto& one) {
        one.fields(filler);
        if constexpr (core::HasPrivate<std::decay_t<decltype(one)>>::value) {
          if (dice.below(2) == 0) one.details.emplace().fields(filler);
        }
      },
      body);
  return body;
}

// A founded branch with a policy and three people of both roles, then whatever comes.
inline std::vector<core::Operation> pooled_stream(uint64_t seed, size_t count) {
  Dice dice(seed);
  std::vector<core::Operation> stream;
  const auto add = [&](core::Body body, const core::PersonId& actor) {
    core::Operation operation;
    operation.id = numbered(stream.size() + 1);
    operation.day = core::Day{20000 + static_cast<int32_t>(dice.below(4))};
    operation.actor = actor;
    operation.body = std::move(body);
    stream.push_back(operation);
  };
  core::SpaceFounded founded;
  founded.space = pooled_id<core::SpaceId>(0);
  founded.replica = pooled_id<core::ReplicaId>(0);
  founded.public_key.hex = std::string(64, '0');
  founded.founder = pooled_id<core::PersonId>(0);
  add(founded, founded.founder);
  core::PolicyAdopted policy;
  policy.policy = pooled_id<core::PolicyId>(9);
  policy.effective_day = core::Day{0};
  add(policy, founded.founder);
  for (uint64_t i = 0; i < 3; ++i) {
    core::PersonRegistered person;
    person.person = pooled_id<core::PersonId>(i);
    person.roles = {core::PersonRole::volunteer, core::PersonRole::recipient};
    person.birth_year = 1960;
    add(person, founded.founder);
  }
  while (stream.size() < count) {
    add(pooled_body(dice), pooled_id<core::PersonId>(dice.below(4) / 2));
  }
  return stream;
}

}  // namespace linli::property
