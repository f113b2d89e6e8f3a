#include "app/invite.h"

#include "base/crypto.h"
#include "sync/identity.h"

namespace linli::app {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr size_t code_characters = 16;  // 80 random bits
constexpr size_t ulid_characters = 26;

// One character of the code, or 0 for what is between characters, or '?' for neither.
char code_character(char typed) {
  if (typed == ' ' || typed == '-' || typed == '\t') return 0;
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  if (typed == 'I' || typed == 'L') return '1';
  return alphabet.find(typed) == std::string_view::npos ? '?' : typed;
}

InviteCode derived(std::string code) {
  const base::Sha256 hash = base::sha256("linli.invite.id/1\n" + code);
  std::string id = "iv_";
  for (size_t i = 0; i < ulid_characters; ++i) {
    // The first character of a ULID is 0 to 7.
    id += alphabet[static_cast<size_t>(hash[i]) % (i == 0 ? 8 : alphabet.size())];
  }
  const std::string secret = base::sha256_hex("linli.invite.secret/1\n" + code);
  return {std::move(code), core::InviteId(id), core::Hash{secret}};
}

}  // namespace

InviteCode new_invite_code(base::Env& env) {
  unsigned char bytes[code_characters];
  env.fill_random(bytes, sizeof bytes);
  std::string code;
  for (const unsigned char byte : bytes) code += alphabet[byte % alphabet.size()];
  return derived(std::move(code));
}

std::optional<InviteCode> read_invite_code(std::string_view typed) {
  while (!typed.empty() && (typed.back() == '\r' || typed.back() == '\n' || typed.back() == '/')) {
    typed.remove_suffix(1);
  }
  const size_t slash = typed.find_last_of('/');
  if (slash != std::string_view::npos) typed.remove_prefix(slash + 1);
  std::string code;
  for (const char c : typed) {
    const char character = code_character(c);
    if (character == '?') return std::nullopt;
    if (character != 0) code += character;
  }
  if (code.size() != code_characters) return std::nullopt;
  return derived(std::move(code));
}

std::string shown_invite_code(std::string_view code) {
  std::string shown;
  for (size_t i = 0; i < code.size(); ++i) {
    if (i != 0 && i % 4 == 0) shown += '-';
    shown += code[i];
  }
  return shown;
}

std::string invite_link(std::string_view page, std::string_view code) {
  const size_t mark = page.find('#');
  std::string link(page.substr(0, mark));
  link += "#/join/";
  return link + shown_invite_code(code);
}

core::InviteCreated invite_created(const InviteCode& code, core::ReplicaRole role,
                                   core::Day expires_day) {
  return {code.invite, sync::invite_secret_hash(code.secret.hex), role, expires_day};
}

}  // namespace linli::app
