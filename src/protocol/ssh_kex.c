/* SPDX-License-Identifier: Apache-2.0 */
/* Exchanging keys by the algorithms agreed on (RFC 4253 8, RFC 4419), and starting encryption. */
#include "protocol/ssh_session.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum {
	HASHED_MAX = 131072,
	GEX_MIN = 2048, /* as OpenSSH asks for */
	GEX_WANTED = 3072,
	GEX_MAX = 8192,
};

struct kex {
	struct ssh_session *s;
	struct ssh_own_offer ours;
	struct ssh_exchange *x;
	uint8_t mine[SSH_SECRET_MAX];
	size_t n_mine;
	struct ssh_span prime, generator; /* of a group exchange, in own_group */
	uint8_t own_group[2 * SSH_SECRET_MAX];
	uint8_t secret[SSH_SECRET_MAX];
	size_t n_secret;
	uint8_t hash[SSH_DIGEST_MAX];
	size_t n_hash;
};

static int expect(struct ssh_session *s, uint8_t message, struct ssh_span *ret)
{
	int result = ssh_link_receive(s, ret);

	if (result == 1 && ret->at[0] != message) {
		return ssh_link_broken(s, "another message than the one that is due");
	}
	return result;
}

static bool is_gex(const struct ssh_session *s)
{
	return strncmp(s->chosen[SSH_LIST_KEX], "diffie-hellman-group-exchange-", 30) == 0;
}

static bool is_number(const struct ssh_session *s)
{
	return strncmp(s->chosen[SSH_LIST_KEX], "diffie-hellman-", 15) == 0;
}

/* RFC 4419 3: the server chooses the group. */
static int ask_group(struct kex *k)
{
	struct ssh_session *s = k->s;
	struct ssh_out out = ssh_link_begin(s, SSH_GEX_REQUEST);
	struct ssh_span payload = { .len = 0 };
	struct cursor c = { .bad = false };
	int result = 0;

	ssh_put_u32(&out, GEX_MIN);
	ssh_put_u32(&out, GEX_WANTED);
	ssh_put_u32(&out, GEX_MAX);
	result = ssh_link_send(s, &out);
	result = result == 1 ? expect(s, SSH_KEX_REPLY, &payload) : result;
	if (result != 1) {
		return result;
	}
	cursor_init(&c, payload.at + 1, payload.len - 1);
	k->prime = ssh_string(&c);
	k->generator = ssh_string(&c);
	if (c.bad || k->prime.len > SSH_SECRET_MAX || k->generator.len > SSH_SECRET_MAX) {
		return ssh_link_broken(s, "a group that cannot be read");
	}
	memcpy(k->own_group, k->prime.at, k->prime.len);
	memcpy(k->own_group + SSH_SECRET_MAX, k->generator.at, k->generator.len);
	k->prime.at = k->own_group;
	k->generator.at = k->own_group + SSH_SECRET_MAX;
	return 1;
}

static int send_public(struct kex *k)
{
	struct ssh_session *s = k->s;
	struct ssh_out out = { .cut = false };
	int n = 0;

	k->x = s->m->exchange_new(ssh_span_of(s->chosen[SSH_LIST_KEX]), k->prime, k->generator);
	n = k->x != NULL ? s->m->exchange_public(k->x, k->mine) : -ENOMEM;
	if (n < 0) {
		return ssh_link_broken(s, "a key exchange that this side's library refuses");
	}
	k->n_mine = (size_t)n;
	out = ssh_link_begin(s, is_gex(s) ? SSH_GEX_INIT : SSH_KEX_INIT);
	if (is_number(s)) {
		ssh_put_number(&out, k->mine, k->n_mine);
	} else {
		ssh_put_string(&out, k->mine, k->n_mine);
	}
	return ssh_link_send(s, &out);
}

/* The exchange hash (RFC 4253 8, RFC 4419 3, RFC 5656 4). */
static int hash_exchange(struct kex *k, struct ssh_span theirs, struct ssh_span host_key)
{
	struct ssh_session *s = k->s;
	auto_free uint8_t *bytes = malloc(HASHED_MAX);
	struct ssh_out h = { .bytes = bytes, .size = HASHED_MAX };
	int n = 0;

	if (bytes == NULL) {
		return -ENOMEM;
	}
	ssh_put_text(&h, "SSH-2.0-OpenSSH_9.2 naze");
	ssh_put_text(&h, s->server_line);
	ssh_put_string(&h, k->ours.payload, k->ours.len);
	ssh_put_string(&h, s->server_offer, s->n_server_offer);
	ssh_put_string(&h, host_key.at, host_key.len);
	if (is_gex(s)) {
		ssh_put_u32(&h, GEX_MIN);
		ssh_put_u32(&h, GEX_WANTED);
		ssh_put_u32(&h, GEX_MAX);
		ssh_put_number(&h, k->prime.at, k->prime.len);
		ssh_put_number(&h, k->generator.at, k->generator.len);
	}
	if (is_number(s)) {
		ssh_put_number(&h, k->mine, k->n_mine);
		ssh_put_number(&h, theirs.at, theirs.len);
	} else {
		ssh_put_string(&h, k->mine, k->n_mine);
		ssh_put_string(&h, theirs.at, theirs.len);
	}
	ssh_put_number(&h, k->secret, k->n_secret);
	n = h.cut ? -EMSGSIZE
	          : s->m->digest(s->m->exchange_digest(ssh_span_of(s->chosen[SSH_LIST_KEX])),
	                         h.bytes, h.len, k->hash);
	k->n_hash = n > 0 ? (size_t)n : 0;
	return n < 0 ? n : 1;
}

static int read_reply(struct kex *k)
{
	struct ssh_session *s = k->s;
	struct ssh_span payload = { .len = 0 };
	struct ssh_span host_key = { .len = 0 };
	struct ssh_span theirs = { .len = 0 };
	struct ssh_span signature = { .len = 0 };
	struct cursor c = { .bad = false };
	struct ssh_key_cert cert = { .host = false };
	uint8_t plain[SSH_KEY_BLOB_MAX];
	struct ssh_span key = { .len = 0 };
	int result = expect(s, is_gex(s) ? SSH_GEX_REPLY : SSH_KEX_REPLY, &payload);
	int n = 0;

	if (result != 1) {
		return result;
	}
	cursor_init(&c, payload.at + 1, payload.len - 1);
	host_key = ssh_string(&c);
	theirs = ssh_string(&c);
	signature = ssh_string(&c);
	if (c.bad || host_key.len > SSH_KEY_BLOB_MAX) {
		return ssh_link_broken(s, "a key exchange that cannot be read");
	}
	n = s->m->exchange_secret(k->x, theirs, k->secret);
	if (n < 0) {
		return ssh_link_broken(s, "a public value that no key follows from");
	}
	k->n_secret = (size_t)n;
	result = hash_exchange(k, theirs, host_key);
	if (result != 1) {
		return result;
	}
	memcpy(s->host_key, host_key.at, host_key.len);
	s->n_host_key = host_key.len;
	key = host_key;
	if (ssh_key_is_cert(ssh_key_type(host_key)) && ssh_key_cert(host_key, plain, &cert) == 0) {
		key = cert.key;
	}
	if (s->m->verify(key, (struct ssh_span){ .at = k->hash, .len = k->n_hash }, signature) !=
	    1) {
		return ssh_link_broken(s, "a host key that did not sign the exchange");
	}
	return 1;
}

/* HASH(K || H || letter || session id), lengthened as needed (RFC 4253 7.2). */
static bool derive(struct kex *k, char letter, uint8_t *ret, size_t want)
{
	struct ssh_session *s = k->s;
	uint8_t bytes[SSH_SECRET_MAX + 8 + 3 * SSH_DIGEST_MAX];
	const char *digest = s->m->exchange_digest(ssh_span_of(s->chosen[SSH_LIST_KEX]));
	struct ssh_out h = { .bytes = bytes, .size = sizeof(bytes) };
	uint8_t made[3 * SSH_DIGEST_MAX];
	size_t base = 0;
	size_t n = 0;

	ssh_put_number(&h, k->secret, k->n_secret);
	ssh_put(&h, k->hash, k->n_hash);
	base = h.len;
	ssh_put_u8(&h, (uint8_t)letter);
	ssh_put(&h, s->id, s->n_id);
	while (n < want) {
		int got = h.cut ? -EMSGSIZE : s->m->digest(digest, h.bytes, h.len, made + n);

		if (got <= 0) {
			return false;
		}
		n += (size_t)got;
		h.len = base;
		ssh_put(&h, made, n);
	}
	memcpy(ret, made, want);
	return true;
}

static int start_way(struct kex *k, struct ssh_direction *way, bool out)
{
	struct ssh_session *s = k->s;
	struct ssh_span cipher =
		ssh_span_of(s->chosen[out ? SSH_LIST_CIPHER_OUT : SSH_LIST_CIPHER_IN]);
	struct ssh_span mac = ssh_span_of(s->chosen[out ? SSH_LIST_MAC_OUT : SSH_LIST_MAC_IN]);
	uint8_t key[SSH_KEY_MATERIAL_MAX];
	uint8_t iv[SSH_KEY_MATERIAL_MAX];
	uint8_t mac_key[SSH_KEY_MATERIAL_MAX];

	if (!s->m->cipher_sizes(cipher, mac, &way->sizes) ||
	    !derive(k, out ? 'A' : 'B', iv, way->sizes.iv) ||
	    !derive(k, out ? 'C' : 'D', key, way->sizes.key) ||
	    !derive(k, out ? 'E' : 'F', mac_key, way->sizes.mac_key)) {
		return ssh_link_broken(s, "a cipher that this side's library refuses");
	}
	way->cipher = s->m->cipher_new(cipher, mac, out, key, iv, mac_key);
	return way->cipher != NULL
	               ? 1
	               : ssh_link_broken(s, "a cipher that this side's library refuses");
}

static int new_keys(struct kex *k)
{
	struct ssh_session *s = k->s;
	struct ssh_out out = ssh_link_begin(s, SSH_NEWKEYS);
	struct ssh_span payload = { .len = 0 };
	int result = ssh_link_send(s, &out);

	memcpy(s->id, k->hash, k->n_hash);
	s->n_id = k->n_hash;
	result = result == 1 ? start_way(k, &s->out, true) : result;
	result = result == 1 ? expect(s, SSH_NEWKEYS, &payload) : result;
	return result == 1 ? start_way(k, &s->in, false) : result;
}

/* A server may guess our choice and send its first packet at once; a wrong guess is passed over
 * (RFC 4253 7). OpenSSH's never does. */
static int pass_guess(struct ssh_session *s)
{
	struct ssh_span payload = { .len = 0 };
	struct ssh_span first = { .len = 0 };
	struct ssh_span list = s->offer.list[SSH_LIST_KEX];

	if (!s->offer.guesses ||
	    (ssh_next_name(&list, &first) && ssh_is(first, s->chosen[SSH_LIST_KEX]))) {
		return 1;
	}
	return ssh_link_receive(s, &payload);
}

static int go(struct kex *k)
{
	struct ssh_session *s = k->s;
	int result = ssh_agree(s, &k->ours);

	result = result == 1 ? pass_guess(s) : result;
	if (result == 1 && is_gex(s)) {
		result = ask_group(k);
	}
	result = result == 1 ? send_public(k) : result;
	result = result == 1 ? read_reply(k) : result;
	return result == 1 ? new_keys(k) : result;
}

int ssh_kex_exchange(struct ssh_session *s)
{
	auto_free struct kex *k = calloc(1, sizeof(*k));
	int result = 0;

	if (k == NULL) {
		return -ENOMEM;
	}
	k->s = s;
	result = go(k);
	free(k->ours.payload);
	s->m->exchange_free(k->x);
	memset(k, 0, sizeof(*k));
	return result;
}
