/* SPDX-License-Identifier: Apache-2.0 */
/* The keys of this side, in the order in which the user's ssh would offer them. */
#pragma once
#include "protocol/ssh_session.h"

enum { SSH_KEYS_MAX = 32, SSH_KEYS_PATH = 512 };

struct ssh_identity {
	char file[SSH_KEYS_PATH]; /* its path; of a key that only the agent has its comment */
	bool in_agent;
	bool hidden;            /* a default file that is not there: nobody misses it */
	enum ssh_key_end state; /* what stands against its use, SSH_KEY_UNTRIED: nothing */
	uint32_t mode;          /* of its file */
	uint8_t *blob;          /* the public key, owned; NULL: not known, cannot be offered */
	size_t n_blob;
	struct ev_ssh_identity *ev;
};

struct ssh_keys {
	struct ssh_session *s;
	struct stream *agent; /* NULL: none */
	int n;
	struct ssh_identity list[SSH_KEYS_MAX];
};

/* Finds them: 0, -ENOMEM, -ECANCELED, -ETIME. ssh_keys_free() takes NULL. */
int ssh_keys_load(struct ssh_session *s, struct ssh_keys **ret);
void ssh_keys_free(struct ssh_keys *k);

/* Signs data with that key: the signature in wire format (SSH_SIGNATURE_MAX bytes). How many, 0
 * where it cannot be signed (then key->state says why), -ECANCELED, -ETIME. */
int ssh_keys_sign(struct ssh_keys *k, struct ssh_identity *key, struct ssh_span algorithm,
                  struct ssh_span data, uint8_t *ret);

/* ssh_agent.c: asks the agent for its keys: calls add for each. The agent's state, or negative. */
int ssh_agent_list(struct ssh_keys *k,
                   void (*add)(struct ssh_keys *k, struct ssh_span blob, struct ssh_span comment));
/* Likewise for a signature; flags as in its protocol (2: rsa-sha2-256, 4: rsa-sha2-512). */
int ssh_agent_sign(struct ssh_keys *k, struct ssh_span blob, struct ssh_span data, uint32_t flags,
                   uint8_t *ret);
