/* SPDX-License-Identifier: Apache-2.0 */
/* STUN (RFC 8489): the binding request, and the address in its answer; and the text of an address
 * that a web page gives instead. Answers are foreign bytes and are believed only as far as they are
 * well formed and belong to the question. */
#pragma once
#include "base/addr.h"

#include <stddef.h>
#include <stdint.h>

enum { STUN_REQUEST_SIZE = 20, STUN_ID_SIZE = 12 };

/* Writes the binding request of that transaction (sections 5 and 12) into ret. */
void stun_build(const uint8_t id[STUN_ID_SIZE], uint8_t ret[STUN_REQUEST_SIZE]);

/* The address and port that the server saw: XOR-MAPPED-ADDRESS (14.2), or of old servers
 * MAPPED-ADDRESS (14.1). 0; -EAGAIN the datagram does not belong to that transaction, -EPROTO the
 * server answers with an error, -EBADMSG malformed or without an address. */
int stun_parse(const void *bytes, size_t size, const uint8_t id[STUN_ID_SIZE],
               struct addr *ret_addr, uint16_t *ret_port);

/* The first thing in the text that is an address and nothing else, between blanks: what
 * "what is my address" pages answer. 0, or -EBADMSG. */
int stun_parse_page(const void *bytes, size_t size, struct addr *ret);
