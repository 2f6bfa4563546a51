/* SPDX-License-Identifier: Apache-2.0 */
/* Between the files that speak SSH: one session over the contact's stream, from the identification
 * to the login (RFC 4253, RFC 4252). Where a function returns 0 the conversation is over and its
 * end has been written down; 1: it goes on; negative: -ECANCELED, -ETIME, -ENOMEM. */
#pragma once
#include "protocol/app.h"
#include "stream/ssh.h"
#include "wire/ssh_key.h"
#include "wire/ssh_settings.h"

enum {
	SSH_IN_SIZE = SSH_PACKET_MAX + SSH_TAG_MAX + 64,
	SSH_OUT_SIZE = 40000,
	SSH_LIST_TEXT_MAX = 4096
};

/* One direction of the packets. */
struct ssh_direction {
	struct ssh_cipher *cipher; /* NULL: not encrypted yet */
	struct ssh_cipher_sizes sizes;
	uint32_t sequence;
};

struct ssh_session {
	const struct probe_run *r;
	const struct ssh_module *m;
	struct ev_app *app;
	struct ev_ssh *ev;
	struct ssh_span settings; /* of the user's ssh (wire/ssh_settings.h) */
	const char *user;         /* as whom to log in */

	struct ssh_direction in, out;
	size_t n_in;   /* bytes that were read and not taken yet */
	size_t packet; /* of them, the size of the one that was given out last */
	usec_t waited; /* for the packet that came last */
	bool quiet;    /* nothing is written down (any more): it carries another's bytes, or is the
			* same conversation once more */
	struct stream *stream;
	usec_t until; /* waits end then, 0: with the run */

	char server_line[SSH_LINE_MAX + 1];
	uint8_t *server_offer; /* the whole payload of its KEXINIT, owned */
	size_t n_server_offer;
	struct ssh_offer offer;                     /* points into it */
	char chosen[N_SSH_LISTS][SSH_NAME_MAX + 1]; /* algorithms agreed on */
	uint8_t id[SSH_DIGEST_MAX];                 /* of the session */
	size_t n_id;
	uint8_t host_key[SSH_KEY_BLOB_MAX]; /* as the server sent it */
	size_t n_host_key;
	char signature_algorithms[512]; /* server-sig-algs (RFC 8308 3.1), "" when it did not say */
	bool said_algorithms;

	uint8_t in_bytes[SSH_IN_SIZE];
	uint8_t out_bytes[SSH_OUT_SIZE + SSH_TAG_MAX];
};

/* ssh_link.c: packets. A message is begun with ssh_link_begin(), whose writer takes its payload,
 * and sent with ssh_link_send(). */
struct ssh_out ssh_link_begin(struct ssh_session *s, uint8_t message);
int ssh_link_send(struct ssh_session *s, const struct ssh_out *out);

/* The conversation is over in that way, which is written down. */
void ssh_link_end(const struct ssh_session *s, enum app_end end);

/* The next message that is no bookkeeping, valid until the next call; the server's disconnect and
 * every other end have been written down. */
int ssh_link_receive(struct ssh_session *s, struct ssh_span *ret);

/* Reads the server's identification and says ours. */
int ssh_link_greet(struct ssh_session *s);

/* Ends politely, so that no log shows an error; nothing is waited for. */
void ssh_link_bye(struct ssh_session *s);

/* Something came that SSH does not allow there. */
int ssh_link_broken(struct ssh_session *s, const char *what);

/* Our KEXINIT. */
struct ssh_own_offer {
	char lists[SSH_LIST_MAC_IN + 1][SSH_LIST_TEXT_MAX];
	uint8_t *payload; /* malloc()ed */
	size_t len;
};

/* ssh_agree.c: reads the server's KEXINIT, agrees on algorithms (`chosen`) and sends ours, which is
 * left in *ret; its payload is the caller's to free, also after an error. */
int ssh_agree(struct ssh_session *s, struct ssh_own_offer *ret);

/* ssh_kex.c: algorithms are agreed on, keys exchanged, encryption begun. */
int ssh_kex_exchange(struct ssh_session *s);

/* ssh_host.c: what known_hosts says. ssh_host_prefer: writes the host key algorithms of list in the
 * order in which OpenSSH would offer them, known types first. */
void ssh_host_prefer(struct ssh_session *s, struct ssh_span list, struct buf *ret);
/* 1 to go on, 0 where the user's ssh would not. */
int ssh_host_check(struct ssh_session *s);

/* ssh_login.c: the login, with the keys that the user's ssh would offer. */
int ssh_login_try(struct ssh_session *s);

/* ssh_jump.c: carries the parent run's conversation through this session until one side closes. */
void ssh_jump_carry(struct ssh_session *s);

/* ssh_points.c: writes down what was learned as points of the common conversation. */
void ssh_points_put(const struct ssh_session *s);

/* ssh_client.c: the user's settings. ssh_client_path: a path of them with ~ and %d, %h, %r, %u
 * filled in; false where it does not fit. */
bool ssh_client_path(const struct ssh_session *s, struct ssh_span value, struct buf *ret);
int ssh_client_prepare(const struct probe_run *r);

/* Appends "SHA256:..." of a key in wire format. */
void ssh_link_fingerprint(const struct ssh_session *s, struct ssh_span key, struct buf *ret);
