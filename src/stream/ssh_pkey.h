/* SPDX-License-Identifier: Apache-2.0 */
/* Within naze-ssh.so: public and private keys, signatures. The contracts are those of
 * struct ssh_module. */
#pragma once
#include "stream/ssh.h"

/* 1, 0, or -EOPNOTSUPP. */
int ssh_pkey_verify(struct ssh_span key, struct ssh_span data, struct ssh_span signature);
/* A key that the caller frees with ssh_pkey_free(), or NULL. */
struct ssh_private *ssh_pkey_openssh(struct ssh_span section);
/* Likewise. */
struct ssh_private *ssh_pkey_pem(const char *text, size_t len);
/* Takes NULL. */
void ssh_pkey_free(struct ssh_private *key);
/* The public key: how many bytes, or -EOPNOTSUPP. */
int ssh_pkey_blob(struct ssh_private *key, uint8_t *ret, size_t size);
/* The signature: how many bytes, or -EPROTO. */
int ssh_pkey_sign(struct ssh_private *key, struct ssh_span algorithm, struct ssh_span data,
                  uint8_t *ret);
