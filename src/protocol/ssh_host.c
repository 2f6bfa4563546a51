/* SPDX-License-Identifier: Apache-2.0 */
/* The host key against known_hosts, as OpenSSH's check_host_key() does it (sshconnect.c): all files
 * together; a key of the same type that differs is a changed key, one of another type is none. */
#include "protocol/ssh_session.h"
#include "sys/files.h"
#include "sys/wall.h"
#include "wire/ssh_known.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { KNOWN_MAX = 64, FILE_MAX = 4 << 20, PATH_SIZE = 512, NAME_SIZE = TARGET_HOST_MAX + 16 };

/* One line of known_hosts that is about this host. */
struct known {
	enum ssh_known_marker marker;
	bool without_port; /* it names the host, but not with its port */
	int number;
	int file;
	uint8_t *key; /* owned */
	size_t len;
};

struct known_hosts {
	const struct ssh_session *s;
	char name[NAME_SIZE];  /* as the files would write it */
	char plain[NAME_SIZE]; /* without the port; "" where that is the same */
	int n_files;
	char files[8][PATH_SIZE];
	int n;
	struct known known[KNOWN_MAX];
};

static bool hash(const void *user, const uint8_t *salt, size_t n_salt, const char *text,
                 uint8_t *ret)
{
	const struct ssh_session *s = user;
	uint8_t digest[SSH_DIGEST_MAX];
	int n = s->m->hmac("SHA1", (struct ssh_span){ .at = salt, .len = n_salt }, text,
	                   strlen(text), digest);

	if (n != 20) {
		return false;
	}
	memcpy(ret, digest, 20);
	return true;
}

/* The name under which OpenSSH looks: HostKeyAlias as it is, else the host, with its port when that
 * is not 22 (sshconnect.c, get_hostfile_hostname_ipaddr()). */
static void name_host(struct known_hosts *k)
{
	const struct target *t = &k->s->r->run->e->target;
	struct ssh_span alias = { .len = 0 };
	struct buf name;
	struct buf plain;

	buf_init(&name, k->name, sizeof(k->name));
	buf_init(&plain, k->plain, sizeof(k->plain));
	if (ssh_settings_get(k->s->settings, "hostkeyalias", &alias) && alias.len > 0) {
		buf_put(&name, (const char *)alias.at, alias.len);
		for (size_t i = 0; i < name.len; i++) {
			char c = name.text[i];

			name.text[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
		}
	} else if (t->port != 22) {
		buf_putc(&name, '[');
		buf_puts(&name, t->host);
		buf_puts(&name, "]:");
		buf_int(&name, t->port);
		buf_puts(&plain, t->host);
	} else {
		buf_puts(&name, t->host);
	}
}

static void add(struct known_hosts *k, const struct ssh_known_line *line, bool without_port)
{
	struct known *new = &k->known[k->n];
	uint8_t blob[SSH_KEY_BLOB_MAX];
	int n = ssh_decode((const char *)line->key.at, line->key.len, blob, sizeof(blob));

	if (n <= 0 || k->n == KNOWN_MAX) {
		return;
	}
	*new = (struct known){ .marker = line->marker,
		               .without_port = without_port,
		               .number = line->number,
		               .file = k->n_files - 1,
		               .key = malloc((size_t)n),
		               .len = (size_t)n };
	if (new->key != NULL) {
		memcpy(new->key, blob, (size_t)n);
		k->n++;
	}
}

static void read_file(struct known_hosts *k, const char *path)
{
	auto_free char *text = malloc(FILE_MAX);
	int n = text != NULL && k->n_files < 8 && strlen(path) < PATH_SIZE
	                ? sys_read(run_root(k->s->r->run), path, text, FILE_MAX, NULL)
	                : -ENOMEM;
	struct ssh_known_line line = { .number = 0 };
	struct cursor c = { .bad = false };
	int number = 0;

	if (n <= 0) {
		return;
	}
	memcpy(k->files[k->n_files++], path, strlen(path) + 1);
	cursor_init(&c, text, (size_t)n);
	while (ssh_known_next(&c, &number, &line)) {
		if (ssh_known_matches(line.hosts, k->name, hash, k->s)) {
			add(k, &line, false);
		} else if (k->plain[0] != '\0' &&
		           ssh_known_matches(line.hosts, k->plain, hash, k->s)) {
			add(k, &line, true);
		}
	}
}

static void read_files(struct known_hosts *k, const char *setting)
{
	struct ssh_span value = { .len = 0 };
	struct ssh_span one = { .len = 0 };

	(void)ssh_settings_get(k->s->settings, setting, &value);
	while (ssh_settings_word(&value, &one)) {
		char path[PATH_SIZE];
		struct buf buf;

		buf_init(&buf, path, sizeof(path));
		if (ssh_client_path(k->s, one, &buf)) {
			read_file(k, path);
		}
	}
}

static void load(struct known_hosts *k, const struct ssh_session *s)
{
	k->s = s;
	name_host(k);
	read_files(k, "userknownhostsfile");
	read_files(k, "globalknownhostsfile");
}

static void done(struct known_hosts *k)
{
	for (int i = 0; i < k->n; i++) {
		free(k->known[i].key);
	}
	free(k);
}

static bool begins(struct ssh_span s, const char *with)
{
	size_t n = strlen(with);

	return s.len >= n && memcmp(s.at, with, n) == 0;
}

/* Whether a key of that type is one that the algorithm name stands for: exactly of the same curve
 * for what is preferred, of the same kind (all of ECDSA are one) for what has changed. */
static bool same_kind(struct ssh_span key_type, struct ssh_span name, bool curve_too)
{
	if (begins(key_type, "ecdsa-") && begins(name, "ecdsa-") && !curve_too) {
		return true;
	}
	if (ssh_is(key_type, "ssh-rsa")) {
		return begins(name, "ssh-rsa") || begins(name, "rsa-sha2-");
	}
	return name.len >= key_type.len && memcmp(name.at, key_type.at, key_type.len) == 0 &&
	       (name.len == key_type.len || name.at[key_type.len] == '-');
}

static struct ssh_span blob_of(const struct known *known)
{
	return (struct ssh_span){ .at = known->key, .len = known->len };
}

/* A known key of the plain type behind that algorithm, or a CA for a certificate's. */
static bool is_known(const struct known_hosts *k, struct ssh_span algorithm, bool or_ca)
{
	for (int i = 0; i < k->n; i++) {
		const struct known *one = &k->known[i];

		if (one->without_port) {
			continue;
		}
		if ((one->marker == SSH_KNOWN_CA && or_ca && ssh_key_is_cert(algorithm)) ||
		    (one->marker == SSH_KNOWN_KEY &&
		     same_kind(ssh_key_type(blob_of(one)), algorithm, true) &&
		     (!or_ca || !ssh_key_is_cert(algorithm)))) {
			return true;
		}
	}
	return false;
}

/* Appends those names of the list whose keys are known, or those whose are not. */
static void append_those(const struct known_hosts *k, struct ssh_span list, bool known,
                         struct buf *ret)
{
	struct ssh_span one = { .len = 0 };

	while (ssh_next_name(&list, &one)) {
		if (is_known(k, one, true) == known) {
			buf_puts(ret, ret->len > 0 ? "," : "");
			buf_put(ret, (const char *)one.at, one.len);
		}
	}
}

void ssh_host_prefer(struct ssh_session *s, struct ssh_span list, struct buf *ret)
{
	struct known_hosts *k = calloc(1, sizeof(*k));
	struct ssh_span best = { .len = 0 };
	struct ssh_span one = { .len = 0 };

	if (k == NULL) {
		buf_put(ret, (const char *)list.at, list.len);
		return;
	}
	load(k, s);
	one = list;
	if (ssh_next_name(&one, &best) && is_known(k, best, false)) {
		buf_put(ret, (const char *)list.at, list.len); /* nothing to prefer */
	} else {
		append_those(k, list, true, ret);
		append_those(k, list, false, ret);
	}
	done(k);
}

static bool principal_is(struct ssh_span principals, const char *host)
{
	struct cursor c = { .bad = false };

	if (principals.len == 0) {
		return true; /* a certificate for every host */
	}
	cursor_init(&c, principals.at, principals.len);
	while (cursor_left(&c) > 0) {
		if (ssh_known_pattern(ssh_string(&c), host)) {
			return !c.bad;
		}
	}
	return false;
}

/* Whether a known CA vouches for the certificate (PROTOCOL.certkeys). */
static bool certified(const struct known_hosts *k, const struct ssh_key_cert *cert)
{
	uint64_t now = (uint64_t)(sys_wall_clock() / USEC_SEC);
	const char *host = k->plain[0] != '\0' ? k->plain : k->name;
	bool ca_known = false;

	for (int i = 0; i < k->n; i++) {
		ca_known |= k->known[i].marker == SSH_KNOWN_CA && k->known[i].len == cert->ca.len &&
		            memcmp(k->known[i].key, cert->ca.at, cert->ca.len) == 0;
	}
	return ca_known && cert->host && cert->after <= now && now < cert->before &&
	       principal_is(cert->principals, host) &&
	       k->s->m->verify(cert->ca, cert->covered, cert->signature) == 1;
}

static void note_line(struct ssh_session *s, const struct known_hosts *k, const struct known *known)
{
	char text[64];
	struct buf buf;

	SET_TEXT(s->r, s->ev, known_file, k->files[known->file], strlen(k->files[known->file]));
	SET(s->ev, known_line, known->number);
	buf_init(&buf, text, sizeof(text));
	ssh_link_fingerprint(s, blob_of(known), &buf);
	SET_TEXT(s->r, s->ev, known_fingerprint, text, buf.len);
}

/* What the lines say of the (plain) key. */
static enum ssh_host_key look_up(struct ssh_session *s, const struct known_hosts *k,
                                 struct ssh_span key)
{
	const struct known *same = NULL;
	const struct known *other = NULL;
	const struct known *revoked = NULL;

	for (int i = 0; i < k->n; i++) {
		const struct known *one = &k->known[i];
		bool equal = one->len == key.len && memcmp(one->key, key.at, key.len) == 0;

		if (equal && one->marker == SSH_KNOWN_REVOKED) {
			revoked = one;
		} else if (equal && one->marker == SSH_KNOWN_KEY && same == NULL) {
			same = one;
		} else if (one->marker == SSH_KNOWN_KEY && !one->without_port && other == NULL &&
		           same_kind(ssh_key_type(blob_of(one)), ssh_key_type(key), false)) {
			other = one;
		}
	}
	if (revoked != NULL) {
		note_line(s, k, revoked);
		return SSH_HOST_REVOKED;
	}
	if (same == NULL && other == NULL) {
		return SSH_HOST_UNKNOWN;
	}
	note_line(s, k, same != NULL ? same : other);
	return same != NULL ? SSH_HOST_KNOWN : SSH_HOST_CHANGED;
}

/* Whether the user's ssh would log in: with StrictHostKeyChecking off it does, whatever it sees,
 * but not with a key that is marked as revoked. */
static bool goes_on(const struct ssh_session *s, enum ssh_host_key found)
{
	bool off = ssh_settings_is(s->settings, "stricthostkeychecking", "false") ||
	           ssh_settings_is(s->settings, "stricthostkeychecking", "no") ||
	           ssh_settings_is(s->settings, "stricthostkeychecking", "off");

	return found == SSH_HOST_KNOWN || found == SSH_HOST_UNKNOWN ||
	       (found == SSH_HOST_CHANGED && off);
}

int ssh_host_check(struct ssh_session *s)
{
	struct known_hosts *k = calloc(1, sizeof(*k));
	struct ssh_span key = { .at = s->host_key, .len = s->n_host_key };
	struct ssh_key_cert cert = { .host = false };
	enum ssh_host_key found = SSH_HOST_UNKNOWN;
	uint8_t plain[SSH_KEY_BLOB_MAX];
	struct ssh_span type = { .len = 0 };
	char text[64];
	struct buf buf;

	if (k == NULL) {
		return -ENOMEM;
	}
	load(k, s);
	if (ssh_key_is_cert(ssh_key_type(key)) && ssh_key_cert(key, plain, &cert) == 0) {
		key = cert.key;
	}
	type = ssh_key_type(key);
	SET_TEXT(s->r, s->ev, key_type, type.at, type.len);
	buf_init(&buf, text, sizeof(text));
	ssh_link_fingerprint(s, key, &buf);
	SET_TEXT(s->r, s->ev, fingerprint, text, buf.len);
	/* OpenSSH falls back to the plain key where no CA vouches for it */
	found = look_up(s, k, key);
	if (found != SSH_HOST_REVOKED && cert.host && certified(k, &cert)) {
		found = SSH_HOST_KNOWN;
	}
	SET(s->ev, host_key, found);
	done(k);
	if (!goes_on(s, found)) {
		static const char words[] = "Host key verification failed";

		SET_TEXT(s->r, s->app, said, words, sizeof(words) - 1);
		ssh_link_end(s, APP_STUCK);
		return 0;
	}
	return 1;
}
