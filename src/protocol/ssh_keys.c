/* SPDX-License-Identifier: Apache-2.0 */
/* Key files and agent, put into OpenSSH's order (sshconnect2.c, pubkey_prepare()): certificates,
 * keys of the agent that an IdentityFile names, other keys of the agent, files. */
#include "protocol/ssh_keys.h"
#include "base/clean.h"
#include "sys/files.h"
#include "sys/host.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { TOO_OPEN = 077 }; /* authfile.c, sshkey_perm_ok(): nothing for group and others */

static bool set_blob(struct ssh_identity *key, const uint8_t *bytes, size_t len)
{
	free(key->blob);
	key->blob = malloc(len);
	key->n_blob = key->blob != NULL ? len : 0;
	if (key->blob != NULL) {
		memcpy(key->blob, bytes, len);
	}
	return key->blob != NULL;
}

/* The public half in a file of its own: the key's path, with suffix. */
static bool read_public(const struct ssh_session *s, struct ssh_identity *key, const char *suffix)
{
	auto_free char *text = malloc(SSH_KEY_FILE_MAX);
	uint8_t blob[SSH_KEY_BLOB_MAX];
	char name[SSH_KEYS_PATH + 16];
	struct buf buf;
	int n = 0;

	buf_init(&buf, name, sizeof(name));
	buf_puts(&buf, key->file);
	buf_puts(&buf, suffix);
	n = text != NULL ? sys_read_text(run_root(s->r->run), name, text, SSH_KEY_FILE_MAX)
	                 : -ENOMEM;
	n = n > 0 ? ssh_key_public(text, (size_t)n, blob) : -1;
	return n > 0 && set_blob(key, blob, (size_t)n);
}

/* The private file: what it is, and the public key in it. The caller frees what is returned; NULL
 * where it holds none that could be used now. */
static struct ssh_private *read_private(const struct ssh_session *s, struct ssh_identity *key)
{
	auto_free char *text = malloc(SSH_KEY_FILE_MAX);
	auto_free uint8_t *bytes = malloc(SSH_KEY_FILE_MAX);
	struct ssh_key_file file = { .form = SSH_KEY_NONE };
	struct ssh_private *private = NULL;
	uint8_t blob[SSH_KEY_BLOB_MAX];
	int n = text != NULL && bytes != NULL
	                ? sys_read_text(run_root(s->r->run), key->file, text, SSH_KEY_FILE_MAX)
	                : -ENOMEM;

	if (n < 0) {
		key->state = n == -ENOENT || n == -ENOTDIR || n == -ENOLINK ? SSH_KEY_MISSING
		                                                            : SSH_KEY_UNREADABLE;
		return NULL;
	}
	ssh_key_private(text, (size_t)n, bytes, &file);
	if (file.blob.len > 0 && file.blob.len <= SSH_KEY_BLOB_MAX && key->blob == NULL) {
		(void)set_blob(key, file.blob.at, file.blob.len);
	}
	if (file.form == SSH_KEY_NONE) {
		key->state = SSH_KEY_BROKEN;
	} else if (file.encrypted) {
		key->state = SSH_KEY_PASSPHRASE;
	} else {
		private = file.form == SSH_KEY_OPENSSH ? s->m->private_openssh(file.private)
		                                       : s->m->private_pem(text, (size_t)n);
		n = private != NULL ? s->m->private_blob(private, blob, sizeof(blob)) : -1;
		if (n > 0 && key->blob == NULL) {
			(void)set_blob(key, blob, (size_t)n);
		}
		key->state = private != NULL ? SSH_KEY_UNTRIED : SSH_KEY_BROKEN;
	}
	memset(text, 0, SSH_KEY_FILE_MAX); /* it may be a secret */
	memset(bytes, 0, SSH_KEY_FILE_MAX);
	return private;
}

/* The defaults of ssh_config(5): nobody misses those that are not there. */
static bool is_default(struct ssh_span value)
{
	static const char *const names[] = { "id_rsa",     "id_ecdsa",      "id_ecdsa_sk",
		                             "id_ed25519", "id_ed25519_sk", "id_xmss",
		                             "id_dsa" };

	if (value.len < 7 || memcmp(value.at, "~/.ssh/", 7) != 0) {
		return false;
	}
	value.at += 7;
	value.len -= 7;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (ssh_is(value, names[i])) {
			return true;
		}
	}
	return false;
}

static void look_at_file(const struct ssh_session *s, struct ssh_identity *key)
{
	uint32_t owner = 0;
	uint32_t mode = 0;
	struct sys_host host = { .uid = 0 };

	(void)(read_public(s, key, ".pub") || read_public(s, key, ""));
	s->m->private_free(read_private(s, key));
	sys_host(&host);
	if (key->state != SSH_KEY_MISSING &&
	    sys_owner(run_root(s->r->run), key->file, &owner, &mode) == 0 && owner == host.uid &&
	    (mode & TOO_OPEN) != 0 && !(key->state == SSH_KEY_BROKEN && key->blob != NULL)) {
		key->state = SSH_KEY_TOO_OPEN;
		key->mode = mode;
	}
}

static struct ssh_identity *new_key(struct ssh_keys *k)
{
	struct ssh_identity *key = k->n < SSH_KEYS_MAX ? &k->list[k->n] : NULL;

	if (key != NULL) {
		k->n++;
		*key = (struct ssh_identity){ .state = SSH_KEY_UNTRIED };
	}
	return key;
}

/* A certificate beside the key is offered as well, and before it. */
static void add_cert(struct ssh_keys *k, const struct ssh_identity *of)
{
	struct ssh_identity *key = new_key(k);

	if (key == NULL) {
		return;
	}
	memcpy(key->file, of->file, sizeof(key->file));
	key->state = of->state;
	key->mode = of->mode;
	if (!read_public(k->s, key, "-cert.pub")) {
		k->n--;
	}
}

static void add_files(struct ssh_keys *k)
{
	struct ssh_span value = { .len = 0 };
	size_t at = 0;

	while (ssh_settings_next(k->s->settings, &at, "identityfile", &value)) {
		struct ssh_identity *key = ssh_is(value, "none") ? NULL : new_key(k);
		struct buf buf;

		if (key == NULL) {
			continue;
		}
		buf_init(&buf, key->file, sizeof(key->file));
		if (!ssh_client_path(k->s, value, &buf)) {
			k->n--;
			continue;
		}
		look_at_file(k->s, key);
		key->hidden =
			key->state == SSH_KEY_MISSING && key->blob == NULL && is_default(value);
		if (key->blob != NULL) {
			add_cert(k, key);
		}
	}
}

static void add_from_agent(struct ssh_keys *k, struct ssh_span blob, struct ssh_span comment)
{
	struct ssh_identity *key = NULL;
	struct buf buf;

	for (int i = 0; i < k->n; i++) {
		if (k->list[i].n_blob == blob.len &&
		    memcmp(k->list[i].blob, blob.at, blob.len) == 0) {
			k->list[i].in_agent = true;
			k->list[i].state =
				SSH_KEY_UNTRIED; /* the agent signs, whatever the file is */
			return;
		}
	}
	if (ssh_settings_is(k->s->settings, "identitiesonly", "yes")) {
		return;
	}
	key = new_key(k);
	if (key == NULL) {
		return;
	}
	if (!set_blob(key, blob.at, blob.len)) {
		k->n--;
		return;
	}
	buf_init(&buf, key->file, sizeof(key->file));
	clean_put(&buf, comment.at, comment.len, CLEAN_MAX);
	key->in_agent = true;
}

/* What comes first in OpenSSH's order: the lower the sooner. */
static int rank(const struct ssh_identity *key, int n_files, int at)
{
	struct ssh_span blob = { .at = key->blob, .len = key->n_blob };

	if (key->blob != NULL && ssh_key_is_cert(ssh_key_type(blob)) && at < n_files) {
		return 0;
	}
	if (key->in_agent) {
		return at < n_files ? 1 : 2;
	}
	return 3;
}

/* Puts them into that order; what is of one rank stays as it was. */
static void sort(struct ssh_keys *k, int n_files)
{
	struct ssh_keys *copy = malloc(sizeof(*copy));
	int n = 0;

	if (copy == NULL) {
		return;
	}
	memcpy(copy, k, sizeof(*copy));
	for (int wanted = 0; wanted <= 3; wanted++) {
		for (int i = 0; i < copy->n; i++) {
			if (rank(&copy->list[i], n_files, i) == wanted) {
				k->list[n++] = copy->list[i];
			}
		}
	}
	free(copy);
}

static void note(struct ssh_keys *k, struct ssh_identity *key)
{
	const struct probe_run *r = k->s->r;
	struct ssh_span blob = { .at = key->blob, .len = key->n_blob };
	struct ssh_span type = { .len = 0 };
	char text[64];
	struct buf buf;

	key->ev = ITEM(r, k->s->ev, keys, ssh_identity);
	SET_TEXT(r, key->ev, file, key->file, strlen(key->file));
	SET(key->ev, in_agent, key->in_agent);
	SET(key->ev, end, key->state);
	if (key->mode != 0) {
		SET(key->ev, mode, key->mode);
	}
	if (key->blob != NULL) {
		type = ssh_key_type(blob);
		SET_TEXT(r, key->ev, type, type.at, type.len);
		buf_init(&buf, text, sizeof(text));
		ssh_link_fingerprint(k->s, blob, &buf);
		SET_TEXT(r, key->ev, fingerprint, text, buf.len);
	}
}

int ssh_keys_load(struct ssh_session *s, struct ssh_keys **ret)
{
	struct ssh_keys *k = calloc(1, sizeof(*k));
	int n_files = 0;
	int r = 0;

	if (k == NULL) {
		return -ENOMEM;
	}
	k->s = s;
	add_files(k);
	n_files = k->n;
	r = ssh_agent_list(k, add_from_agent);
	if (r < 0) {
		ssh_keys_free(k);
		return r;
	}
	sort(k, n_files);
	SET_LIST(s->ev, keys);
	for (int i = 0; i < k->n; i++) {
		if (!k->list[i].hidden) {
			note(k, &k->list[i]);
		}
	}
	*ret = k;
	return 0;
}

void ssh_keys_free(struct ssh_keys *k)
{
	if (k == NULL) {
		return;
	}
	for (int i = 0; i < k->n; i++) {
		free(k->list[i].blob);
	}
	stream_free(k->agent);
	free(k);
}

static bool begins(struct ssh_span s, const char *with)
{
	size_t n = strlen(with);

	return s.len >= n && memcmp(s.at, with, n) == 0;
}

int ssh_keys_sign(struct ssh_keys *k, struct ssh_identity *key, struct ssh_span algorithm,
                  struct ssh_span data, uint8_t *ret)
{
	struct ssh_private *private = NULL;
	int n = 0;

	if (key->in_agent) {
		uint32_t flags = begins(algorithm, "rsa-sha2-512")   ? 4
		                 : begins(algorithm, "rsa-sha2-256") ? 2
		                                                     : 0;

		n = ssh_agent_sign(k, (struct ssh_span){ .at = key->blob, .len = key->n_blob },
		                   data, flags, ret);
		key->state = n == 0 ? SSH_KEY_UNSIGNED : key->state;
		return n;
	}
	if (key->state != SSH_KEY_UNTRIED) {
		return 0;
	}
	if (ssh_key_is_cert(algorithm)) { /* a certificate's key signs as any other */
		algorithm.len -= strlen("-cert-v01@openssh.com");
	}
	private = read_private(k->s, key);
	n = private != NULL ? k->s->m->sign(private, algorithm, data, ret) : 0;
	k->s->m->private_free(private);
	if (n <= 0 && key->state == SSH_KEY_UNTRIED) {
		key->state = SSH_KEY_UNSIGNED;
	}
	return n > 0 ? n : 0;
}
