#include "app/date_text.h"

#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace linli::app {
namespace {

constexpr char32_t year_sign = 0x5E74;    // 年
constexpr char32_t month_sign = 0x6708;   // 月
constexpr char32_t day_sign = 0x65E5;     // 日
constexpr char32_t number_sign = 0x53F7;  // 号
constexpr char32_t to_sign = 0x81F3;      // 至
constexpr char32_t until_sign = 0x5230;   // 到

struct Token {
  int32_t number = -1;  // or
  char32_t sign = 0;
  int digits = 0;
};

bool is_dash(char32_t c) {
  return c == '-' || c == '~' || c == 0x2013 || c == 0x2014 || c == 0x301C || c == 0xFF0D ||
         c == 0xFF5E || c == to_sign || c == until_sign;
}

// Numbers and signs; every dash becomes '-', every separator of a date '/'.
std::optional<std::vector<Token>> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (size_t at = 0; at < text.size();) {
    char32_t c = base::next_code_point(text, at);
    if (c >= 0xFF10 && c <= 0xFF19) c = '0' + (c - 0xFF10);  // full-width digits
    if (c >= '0' && c <= '9') {
      if (tokens.empty() || tokens.back().sign != 0) tokens.push_back({0, 0, 0});
      if (++tokens.back().digits > 4) return std::nullopt;
      tokens.back().number = tokens.back().number * 10 + static_cast<int32_t>(c - '0');
    } else if (is_dash(c)) {
      tokens.push_back({-1, '-', 0});
    } else if (c == '/' || c == '.') {
      tokens.push_back({-1, '/', 0});
    } else if (c == year_sign || c == month_sign || c == day_sign || c == number_sign) {
      tokens.push_back({-1, c == number_sign ? day_sign : c, 0});
    } else if (c != ' ' && c != 0x3000) {
      return std::nullopt;
    }
  }
  return tokens;
}

struct Parts {
  std::optional<int32_t> year;
  std::optional<int32_t> month;
  std::optional<int32_t> day;
  bool any() const { return year || month || day; }
};

// Reads one side of a span that is written with 年, 月 and 日. A number before the dash
// may lack its sign, as in 2021年9-2022年4月.
std::optional<Parts> read_signed(const Token* begin, const Token* end) {
  Parts parts;
  while (begin != end) {
    if (begin->number < 0) return std::nullopt;
    const int32_t number = begin->number;
    ++begin;
    char32_t sign = 0;
    if (begin != end && begin->number < 0) sign = (begin++)->sign;
    if (sign == 0) {
      if (begin != end) return std::nullopt;
      sign = parts.month ? day_sign : month_sign;
    }
    std::optional<int32_t>& slot = sign == year_sign    ? parts.year
                                   : sign == month_sign ? parts.month
                                                        : parts.day;
    if (sign != year_sign && sign != month_sign && sign != day_sign) return std::nullopt;
    if (slot) return std::nullopt;
    slot = number;
  }
  return parts;
}

// Three numbers between equal separators: 2021-12-01, 2021/12/1, 2021.12.1.
std::optional<Parts> read_numeric(const std::vector<Token>& tokens) {
  if (tokens.size() != 5 || tokens[0].digits != 4) return std::nullopt;
  for (const size_t i : {size_t{0}, size_t{2}, size_t{4}}) {
    if (tokens[i].number < 0) return std::nullopt;
  }
  const bool separated =
      (tokens[1].sign == '-' || tokens[1].sign == '/') && tokens[3].sign == tokens[1].sign;
  if (!separated) return std::nullopt;
  return Parts{tokens[0].number, tokens[2].number, tokens[4].number};
}

int32_t last_day_of(int32_t year, int32_t month) {
  for (int32_t day = 31; day > 28; --day) {
    if (base::valid({year, month, day})) return day;
  }
  return 28;
}

DateText range_of(const Parts& from, const Parts& to) {
  DateText result;
  if (!from.year || !from.month || !to.year || !to.month ||
      from.day.has_value() != to.day.has_value()) {
    result.problem = DateProblem::unreadable;
    return result;
  }
  result.range.months_only = !from.day;
  if (*to.month < 1 || *to.month > 12) {
    result.problem = DateProblem::impossible;
    return result;
  }
  const base::CivilDate first{*from.year, *from.month, from.day.value_or(1)};
  const base::CivilDate last{*to.year, *to.month,
                             to.day.value_or(last_day_of(*to.year, *to.month))};
  if (!base::valid(first) || !base::valid(last)) {
    result.problem = DateProblem::impossible;
    return result;
  }
  result.range.from = base::day_of(first);
  result.range.to = base::day_of(last);
  if (result.range.to < result.range.from) result.problem = DateProblem::wrong_order;
  return result;
}

}  // namespace

DateText read_days(std::string_view text) {
  const DateText unreadable{DateProblem::unreadable, {}};
  const auto tokens = tokens_of(text);
  if (!tokens || tokens->empty()) return unreadable;
  if (const auto numeric = read_numeric(*tokens)) return range_of(*numeric, *numeric);

  const Token* const begin = tokens->data();
  const Token* const end = begin + tokens->size();
  const Token* dash = begin;
  while (dash != end && dash->sign != '-') ++dash;
  const auto from = read_signed(begin, dash);
  if (!from || !from->any()) return unreadable;
  if (dash == end) return range_of(*from, *from);
  auto to = read_signed(dash + 1, end);
  if (!to || !to->any()) return unreadable;
  // 2021年12月1日至5日 and 2021年9月至12月 take what they leave out from the first day.
  if (!to->year) {
    if (from->day && !to->month) to->month = from->month;
    to->year = from->year;
  }
  return range_of(*from, *to);
}

}  // namespace linli::app
