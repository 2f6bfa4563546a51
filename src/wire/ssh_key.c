/* SPDX-License-Identifier: Apache-2.0 */
/* Reading key files and certificates. */
#include "wire/ssh_key.h"

#include <string.h>

static const char cert_suffix[] = "-cert-v01@openssh.com";

int ssh_key_public(const char *text, size_t len, uint8_t *ret)
{
	const char *end = memchr(text, '\n', len);
	const char *type_end = NULL;
	const char *key = NULL;
	struct ssh_span type = { .len = 0 };
	size_t left = 0;
	size_t n = 0;
	int got = 0;

	len = end != NULL ? (size_t)(end - text) : len;
	type_end = memchr(text, ' ', len);
	if (type_end == NULL) {
		return -1;
	}
	key = type_end + 1;
	left = len - (size_t)(key - text);
	while (n < left && key[n] != ' ' && key[n] != '\r') {
		n++;
	}
	got = ssh_decode(key, n, ret, SSH_KEY_BLOB_MAX);
	if (got <= 0) {
		return -1;
	}
	type = ssh_key_type((struct ssh_span){ .at = ret, .len = (size_t)got });
	if (type.len == 0 || type.len != (size_t)(type_end - text) ||
	    memcmp(type.at, text, type.len) != 0) {
		return -1;
	}
	return got;
}

struct ssh_span ssh_key_type(struct ssh_span blob)
{
	struct cursor c = { .bad = false };
	struct ssh_span type = { .len = 0 };

	cursor_init(&c, blob.at, blob.len);
	type = ssh_string(&c);
	return c.bad || type.len > SSH_NAME_MAX ? (struct ssh_span){ .len = 0 } : type;
}

/* The text between the lines BEGIN and END of that label; empty when there is none. */
static struct ssh_span body(const char *text, size_t len, const char *begin, const char *end)
{
	const char *from = memmem(text, len, begin, strlen(begin));
	const char *to = NULL;

	if (from == NULL) {
		return (struct ssh_span){ .len = 0 };
	}
	from += strlen(begin);
	to = memmem(from, len - (size_t)(from - text), end, strlen(end));
	if (to == NULL) {
		return (struct ssh_span){ .len = 0 };
	}
	return (struct ssh_span){ .at = (const uint8_t *)from, .len = (size_t)(to - from) };
}

static void read_openssh(struct ssh_span text, uint8_t *bytes, struct ssh_key_file *ret)
{
	static const char magic[] = "openssh-key-v1"; /* with its NUL */
	int n = ssh_decode((const char *)text.at, text.len, bytes, SSH_KEY_FILE_MAX);
	struct cursor c = { .bad = false };
	struct ssh_span cipher = { .len = 0 };
	const uint8_t *head = NULL;
	uint32_t n_keys = 0;

	cursor_init(&c, bytes, n > 0 ? (size_t)n : 0);
	head = cursor_take(&c, sizeof(magic));
	cipher = ssh_string(&c);
	(void)ssh_string(&c); /* the key derivation and its options */
	(void)ssh_string(&c);
	n_keys = cursor_u32(&c);
	ret->blob = ssh_string(&c);
	ret->private = ssh_string(&c);
	if (c.bad || memcmp(head, magic, sizeof(magic)) != 0 || n_keys != 1) {
		*ret = (struct ssh_key_file){ .form = SSH_KEY_NONE };
		return;
	}
	ret->form = SSH_KEY_OPENSSH;
	ret->encrypted = !ssh_is(cipher, "none");
}

void ssh_key_private(const char *text, size_t len, uint8_t *bytes, struct ssh_key_file *ret)
{
	static const char encrypted[] = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
	struct ssh_span openssh = body(text, len, "-----BEGIN OPENSSH PRIVATE KEY-----",
	                               "-----END OPENSSH PRIVATE KEY-----");

	*ret = (struct ssh_key_file){ .form = SSH_KEY_NONE };
	if (openssh.len > 0) {
		read_openssh(openssh, bytes, ret);
	} else if (memmem(text, len, "-----BEGIN ", 11) != NULL &&
	           memmem(text, len, "PRIVATE KEY-----", 16) != NULL) {
		ret->form = SSH_KEY_PEM;
		ret->encrypted = memmem(text, len, encrypted, sizeof(encrypted) - 1) != NULL ||
		                 memmem(text, len, "4,ENCRYPTED", 11) != NULL;
	}
}

bool ssh_key_is_cert(struct ssh_span type)
{
	size_t n = sizeof(cert_suffix) - 1;

	return type.len > n && memcmp(type.at + type.len - n, cert_suffix, n) == 0;
}

/* How many strings or numbers the key proper has behind the certificate's nonce. */
static int parts_of(struct ssh_span type)
{
	if (type.len >= 11 && memcmp(type.at, "ssh-ed25519", 11) == 0) {
		return 1;
	}
	if (type.len >= 7 &&
	    (memcmp(type.at, "ssh-rsa", 7) == 0 || memcmp(type.at, "rsa-sha", 7) == 0)) {
		return 2;
	}
	return type.len >= 6 && memcmp(type.at, "ecdsa-", 6) == 0 ? 2 : 0;
}

/* NOLINTNEXTLINE(readability-non-const-parameter): it is written through the writer */
int ssh_key_cert(struct ssh_span blob, uint8_t *bytes, struct ssh_key_cert *ret)
{
	struct cursor c = { .bad = false };
	struct ssh_out key = { .bytes = bytes, .size = SSH_KEY_BLOB_MAX };
	struct ssh_span type = { .len = 0 };
	struct ssh_key_cert cert = { .host = false };
	int parts = 0;

	cursor_init(&c, blob.at, blob.len);
	type = ssh_string(&c);
	parts = parts_of(type);
	if (parts == 0 || !ssh_key_is_cert(type)) {
		return -1;
	}
	ssh_put_string(&key, type.at, type.len - (sizeof(cert_suffix) - 1));
	(void)ssh_string(&c); /* the nonce */
	for (int i = 0; i < parts; i++) {
		struct ssh_span part = ssh_string(&c);

		ssh_put_string(&key, part.at, part.len);
	}
	(void)cursor_u32(&c); /* the serial number */
	(void)cursor_u32(&c);
	cert.host = cursor_u32(&c) == 2;
	(void)ssh_string(&c); /* the key's id */
	cert.principals = ssh_string(&c);
	cert.after = (uint64_t)cursor_u32(&c) << 32;
	cert.after |= cursor_u32(&c);
	cert.before = (uint64_t)cursor_u32(&c) << 32;
	cert.before |= cursor_u32(&c);
	(void)ssh_string(&c); /* critical options, extensions, reserved */
	(void)ssh_string(&c);
	(void)ssh_string(&c);
	cert.ca = ssh_string(&c);
	cert.covered = (struct ssh_span){ .at = blob.at, .len = (size_t)(c.at - c.begin) };
	cert.signature = ssh_string(&c);
	if (c.bad || key.cut) {
		return -1;
	}
	cert.key = (struct ssh_span){ .at = bytes, .len = key.len };
	*ret = cert;
	return 0;
}
