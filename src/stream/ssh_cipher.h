/* SPDX-License-Identifier: Apache-2.0 */
/* Within naze-ssh.so: ciphers and MACs of SSH packets (RFC 4253 6, RFC 4344, RFC 5647,
 * PROTOCOL.chacha20poly1305 and the -etm MACs of OpenSSH). The contracts are those of
 * struct ssh_module. */
#pragma once
#include "stream/ssh.h"

/* What that cipher and MAC need; false where they are not spoken. */
bool ssh_cipher_sizes(struct ssh_span cipher, struct ssh_span mac, struct ssh_cipher_sizes *ret);
/* One direction, with its keys copied. NULL: not spoken, or no memory. */
struct ssh_cipher *ssh_cipher_new(struct ssh_span cipher, struct ssh_span mac, bool encrypts,
                                  const uint8_t *key, const uint8_t *iv, const uint8_t *mac_key);
/* Takes NULL. */
void ssh_cipher_free(struct ssh_cipher *c);
/* Encrypts in place and writes the tag: 0 or -EPROTO. */
int ssh_cipher_seal(struct ssh_cipher *c, uint32_t sequence, uint8_t *packet, size_t len,
                    uint8_t *ret_tag);
/* The length of a packet from its head: 0 or -EPROTO. */
int ssh_cipher_open_head(struct ssh_cipher *c, uint32_t sequence, uint8_t *head, uint32_t *ret_len);
/* Decrypts the rest in place and checks the tag: 0 or -EBADMSG. */
int ssh_cipher_open(struct ssh_cipher *c, uint32_t sequence, uint8_t *packet, size_t len,
                    const uint8_t *tag);

/* What is spoken, as lists of names. */
extern const char ssh_cipher_names[];
extern const char ssh_cipher_macs[];
