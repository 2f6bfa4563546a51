/* SPDX-License-Identifier: Apache-2.0 */
/* SCRAM's texts: attributes of one letter, comma between. */
#include "wire/scram.h"

#include "base/base64.h"

#include <errno.h>
#include <string.h>

enum { BINDING_MAX = 128 };

void scram_client_first(struct buf *buf, const char *user, const char *nonce)
{
	buf_puts(buf, "n=");
	for (; *user != '\0'; user++) { /* RFC 5802 5.1: "=2C" and "=3D" */
		if (*user == ',' || *user == '=') {
			buf_puts(buf, *user == ',' ? "=2C" : "=3D");
		} else {
			buf_putc(buf, *user);
		}
	}
	buf_puts(buf, ",r=");
	buf_puts(buf, nonce);
}

/* Takes the next attribute off the text when it has that letter: its value. NULL when not. */
static const char *take(const char **text, size_t *len, char letter, size_t *ret_len)
{
	const char *value = *text + 2;
	const char *comma = NULL;

	if (*len < 2 || (*text)[0] != letter || (*text)[1] != '=') {
		return NULL;
	}
	comma = memchr(value, ',', *len - 2);
	*ret_len = comma != NULL ? (size_t)(comma - value) : *len - 2;
	*len -= 2 + *ret_len + (comma != NULL);
	*text = value + *ret_len + (comma != NULL);
	return value;
}

int scram_server_first(const char *text, size_t len, const char *client_nonce,
                       struct scram_first *ret)
{
	size_t n = 0;
	size_t own = strlen(client_nonce);
	const char *salt = NULL;
	const char *rounds = NULL;
	int salt_len = 0;

	ret->nonce = take(&text, &len, 'r', &ret->n_nonce);
	if (ret->nonce == NULL || ret->n_nonce <= own || ret->n_nonce > SCRAM_NONCE_MAX ||
	    memcmp(ret->nonce, client_nonce, own) != 0) {
		return -EPROTO;
	}
	salt = take(&text, &len, 's', &n);
	salt_len = salt != NULL ? base64_take(salt, n, ret->salt, sizeof(ret->salt)) : -1;
	if (salt_len <= 0) {
		return -EPROTO;
	}
	ret->n_salt = (size_t)salt_len;
	rounds = take(&text, &len, 'i', &n);
	if (rounds == NULL || str_to_int(rounds, n, &ret->rounds) < 0 || ret->rounds < 1) {
		return -EPROTO;
	}
	return 0;
}

void scram_client_final(struct buf *buf, const char *header, const void *bound, size_t n_bound,
                        const struct scram_first *first)
{
	uint8_t binding[BINDING_MAX];
	size_t n = strnlen(header, BINDING_MAX / 2);

	memcpy(binding, header, n);
	n_bound = n_bound < BINDING_MAX - n ? n_bound : BINDING_MAX - n;
	if (n_bound > 0) {
		memcpy(binding + n, bound, n_bound);
	}
	buf_puts(buf, "c=");
	base64_put(buf, binding, n + n_bound);
	buf_puts(buf, ",r=");
	buf_put(buf, first->nonce, first->n_nonce);
}

int scram_server_final(const char *text, size_t len, uint8_t ret[static SCRAM_PROOF_MAX])
{
	size_t n = 0;
	const char *value = NULL;
	int got = 0;

	if (take(&text, &len, 'e', &n) != NULL) {
		return 0;
	}
	value = take(&text, &len, 'v', &n);
	got = value != NULL ? base64_take(value, n, ret, SCRAM_PROOF_MAX) : -1;
	return got > 0 ? got : -EPROTO;
}
