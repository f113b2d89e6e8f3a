/* We compile only hashing and Ed25519 of libsodium. Random bytes enter Linli through env.h alone,
   so any code path of libsodium that asks for them is a mistake and stops the program. */
#include <stdlib.h>

void randombytes_buf(void* buffer, size_t size);
void randombytes_buf(void* buffer, size_t size) {
  (void)buffer;
  (void)size;
  abort();
}

void sodium_misuse(void);
void sodium_misuse(void) { abort(); }
