/* SPDX-License-Identifier: Apache-2.0 */
/* The part of the TLS module that logins use. */
#pragma once
#include "stream/crypto.h"

/* The functions of struct crypto, over OpenSSL. */
extern const struct crypto crypto_openssl;

/* crypto->ed25519(). */
int crypto_ed25519(const struct crypto_part *password, const struct crypto_part *message,
                   uint8_t ret[CRYPTO_MAX]);
