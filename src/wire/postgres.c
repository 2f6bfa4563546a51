/* SPDX-License-Identifier: Apache-2.0 */
/* Messages of PostgreSQL's protocol. */
#include "wire/postgres.h"

#include "base/cursor.h"

#include <errno.h>
#include <string.h>

enum { PROTOCOL_3_0 = 196608, SSL_CODE = 80877103, ERROR_MAX = 30000, HEAD = 5 };

static size_t put_u32(uint8_t *ret, size_t value)
{
	for (int i = 0; i < 4; i++) {
		ret[i] = (uint8_t)(value >> (24 - 8 * i));
	}
	return 4;
}

void postgres_ssl_request(uint8_t ret[static POSTGRES_SSL_REQUEST])
{
	(void)put_u32(ret, POSTGRES_SSL_REQUEST);
	(void)put_u32(ret + 4, SSL_CODE);
}

/* Appends a name and its value, each with its NUL, where len leaves room. */
static size_t put_parameter(uint8_t *ret, size_t at, const char *name, const char *value)
{
	size_t n_name = strlen(name) + 1;
	size_t n_value = strlen(value) + 1;

	if (at > POSTGRES_OUT_MAX || n_name + n_value > POSTGRES_OUT_MAX - at) {
		return POSTGRES_OUT_MAX + 1;
	}
	memcpy(ret + at, name, n_name);
	memcpy(ret + at + n_name, value, n_value);
	return at + n_name + n_value;
}

int postgres_startup(const char *user, const char *database, uint8_t ret[static POSTGRES_OUT_MAX])
{
	size_t at = 8;

	(void)put_u32(ret + 4, PROTOCOL_3_0);
	at = put_parameter(ret, at, "user", user);
	if (database[0] != '\0') {
		at = put_parameter(ret, at, "database", database);
	}
	at = put_parameter(ret, at, "application_name", "naze");
	if (at >= POSTGRES_OUT_MAX) {
		return -EINVAL;
	}
	ret[at++] = 0;
	(void)put_u32(ret, at);
	return (int)at;
}

int postgres_write(char type, const void *body, size_t len, uint8_t ret[static POSTGRES_OUT_MAX])
{
	if (len > POSTGRES_OUT_MAX - HEAD) {
		return -EINVAL;
	}
	ret[0] = (uint8_t)type;
	(void)put_u32(ret + 1, len + 4);
	if (len > 0) {
		memcpy(ret + HEAD, body, len);
	}
	return (int)(HEAD + len);
}

/* 'E' and a text: of a server that could not even start a process for this client. Such a text is
 * what stands where a length would, so the length is absurd (libpq's own way to tell). */
static int read_old_error(const uint8_t *bytes, size_t len, struct postgres_message *ret)
{
	const uint8_t *end = memchr(bytes + 1, '\0', len - 1);
	bool line = memchr(bytes + 1, '\r', len - 1) != NULL; /* "ERROR\r\n" of memcached */

	for (size_t i = 1; i < HEAD && i < len && bytes + i != end; i++) {
		if (line || (bytes[i] < ' ' && bytes[i] != '\n')) {
			return -EPROTO;
		}
	}
	if (end == bytes + 1) {
		return -EPROTO;
	}
	if (end == NULL) {
		return len < ERROR_MAX ? -EAGAIN : -EPROTO;
	}
	*ret = (struct postgres_message){ .type = 'e',
		                          .body = bytes + 1,
		                          .len = (size_t)(end - bytes) - 1 };
	return (int)(end - bytes) + 1;
}

int postgres_read(const void *bytes, size_t len, struct postgres_message *ret)
{
	/* Authentication, BackendKeyData, Notice, Notification, NegotiateProtocolVersion,
	 * ParameterStatus, ReadyForQuery, Error */
	static const char types[] = "RKNAvSZE";
	struct cursor c;
	size_t size = 0;
	char type = '\0';

	cursor_init(&c, bytes, len);
	type = (char)cursor_u8(&c);
	size = cursor_u32(&c);
	if (len > 0 && (type == '\0' || strchr(types, type) == NULL)) {
		return -EPROTO;
	}
	if (c.bad) {
		return -EAGAIN;
	}
	if (type == 'E' && (size < 8 || size > ERROR_MAX)) {
		return read_old_error(bytes, len, ret);
	}
	if (size < 4 || size > POSTGRES_IN_MAX - 1) {
		return -EPROTO;
	}
	if (cursor_left(&c) < size - 4) {
		return -EAGAIN;
	}
	*ret = (struct postgres_message){ .type = type, .body = c.at, .len = size - 4 };
	return (int)size + 1;
}

static struct postgres_text take_text(struct cursor *c)
{
	struct postgres_text text = { NULL, 0 };
	const uint8_t *end = cursor_left(c) > 0 ? memchr(c->at, '\0', cursor_left(c)) : NULL;

	if (end == NULL) {
		c->bad = true;
		return text;
	}
	text.at = (const char *)c->at;
	text.len = (size_t)(end - c->at);
	(void)cursor_take(c, text.len + 1);
	return text;
}

static struct postgres_text *field_of(struct postgres_error *error, char field)
{
	switch (field) {
	case 'S':
		return error->severity.at == NULL ? &error->severity : NULL;
	case 'V':
		return &error->severity;
	case 'C':
		return &error->code;
	case 'M':
		return &error->message;
	case 'D':
		return &error->detail;
	case 'H':
		return &error->hint;
	case 'R':
		return &error->routine;
	default:
		return NULL;
	}
}

int postgres_read_error(const struct postgres_message *message, struct postgres_error *ret)
{
	struct cursor c;

	memset(ret, 0, sizeof(*ret));
	if (message->type == 'e') {
		ret->message = (struct postgres_text){ (const char *)message->body, message->len };
		return 0;
	}
	cursor_init(&c, message->body, message->len);
	for (;;) {
		char field = (char)cursor_u8(&c);
		struct postgres_text text = { NULL, 0 };
		struct postgres_text *at = NULL;

		if (c.bad || field == '\0') {
			break;
		}
		text = take_text(&c);
		at = field_of(ret, field);
		if (at != NULL && !c.bad) {
			*at = text;
		}
	}
	return c.bad ? -EPROTO : 0;
}

static bool is(struct postgres_text text, const char *word)
{
	return text.len == strlen(word) && memcmp(text.at, word, text.len) == 0;
}

static void read_mechanisms(struct cursor *c, struct postgres_request *ret)
{
	size_t n = 0;

	for (;;) {
		struct postgres_text name = take_text(c);

		if (c->bad || name.len == 0) {
			return;
		}
		ret->scram = ret->scram || is(name, "SCRAM-SHA-256");
		ret->scram_plus = ret->scram_plus || is(name, "SCRAM-SHA-256-PLUS");
		if (n + name.len + 2 <= sizeof(ret->methods)) {
			if (n > 0) {
				ret->methods[n++] = ' ';
			}
			memcpy(ret->methods + n, name.at, name.len);
			n += name.len;
			ret->methods[n] = '\0';
		}
	}
}

int postgres_read_request(const struct postgres_message *message, struct postgres_request *ret)
{
	struct cursor c;
	const uint8_t *salt = NULL;

	memset(ret, 0, sizeof(*ret));
	cursor_init(&c, message->body, message->len);
	ret->method = cursor_u32(&c);
	switch (ret->method) {
	case POSTGRES_AUTH_MD5:
		salt = cursor_take(&c, sizeof(ret->salt));
		if (salt != NULL) {
			memcpy(ret->salt, salt, sizeof(ret->salt));
		}
		break;
	case POSTGRES_AUTH_SASL:
		read_mechanisms(&c, ret);
		break;
	case POSTGRES_AUTH_SASL_MORE:
	case POSTGRES_AUTH_SASL_LAST:
		ret->n_data = cursor_left(&c);
		ret->data = cursor_take(&c, ret->n_data);
		break;
	default:
		break;
	}
	return c.bad ? -EPROTO : 0;
}

int postgres_read_parameter(const struct postgres_message *message, struct postgres_text *ret_name,
                            struct postgres_text *ret_value)
{
	struct cursor c;

	cursor_init(&c, message->body, message->len);
	*ret_name = take_text(&c);
	*ret_value = take_text(&c);
	return c.bad ? -EPROTO : 0;
}

const char *postgres_method_word(const struct postgres_request *request)
{
	switch (request->method) {
	case POSTGRES_AUTH_OK:
		return "trust";
	case POSTGRES_AUTH_KERBEROS5:
		return "krb5";
	case POSTGRES_AUTH_PASSWORD:
		return "password";
	case POSTGRES_AUTH_MD5:
		return "md5";
	case POSTGRES_AUTH_SCM:
		return "SCM credentials";
	case POSTGRES_AUTH_GSS:
		return "gss";
	case POSTGRES_AUTH_SSPI:
		return "sspi";
	case POSTGRES_AUTH_SASL:
		return request->scram || request->scram_plus ? "scram-sha-256" : "SASL";
	default:
		return NULL;
	}
}
