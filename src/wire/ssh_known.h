/* SPDX-License-Identifier: Apache-2.0 */
/* The text of known_hosts as OpenSSH reads it (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT): one line a
 * key, whose first word says for which hosts, by name, pattern or hash. */
#pragma once
#include "wire/ssh.h"

enum ssh_known_marker { SSH_KNOWN_KEY, SSH_KNOWN_CA, SSH_KNOWN_REVOKED };

struct ssh_known_line {
	enum ssh_known_marker marker;
	int number; /* of the line, from 1 */
	struct ssh_span hosts;
	struct ssh_span type; /* "ssh-ed25519", ... */
	struct ssh_span key;  /* base64 */
};

/* Takes the next line that holds a key, comments and what OpenSSH would pass over left out; *number
 * counts lines and starts at 0. false at the end. */
bool ssh_known_next(struct cursor *c, int *number, struct ssh_known_line *ret);

/* HMAC-SHA1 of text with that salt into 20 bytes; false where it cannot be had. */
typedef bool (*ssh_known_hash)(const void *user, const uint8_t *salt, size_t n_salt,
                               const char *text, uint8_t *ret);

/* Whether the line's first word stands for host (in lower case; "[host]:port" for ports other than
 * 22): patterns with * and ?, ! takes away, |1|salt|hash is one hashed name. */
bool ssh_known_matches(struct ssh_span hosts, const char *host, ssh_known_hash hash,
                       const void *user);

/* Whether the pattern (* any characters, ? one) is that text, in either case of the pattern. */
bool ssh_known_pattern(struct ssh_span pattern, const char *text);
