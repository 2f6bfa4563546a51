/* SPDX-License-Identifier: Apache-2.0 */
/* Strings, identification and offers of SSH. */
#include "wire/ssh.h"
#include "base/buf.h"

#include <string.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

void ssh_put(struct ssh_out *out, const void *bytes, size_t len)
{
	if (out->cut || len > out->size - out->len) {
		out->cut = true;
		return;
	}
	if (len > 0) {
		memcpy(out->bytes + out->len, bytes, len);
	}
	out->len += len;
}

void ssh_put_u8(struct ssh_out *out, uint8_t value)
{
	ssh_put(out, &value, 1);
}

void ssh_put_u32(struct ssh_out *out, uint32_t value)
{
	uint8_t bytes[4] = { (uint8_t)(value >> 24), (uint8_t)(value >> 16), (uint8_t)(value >> 8),
		             (uint8_t)value };

	ssh_put(out, bytes, sizeof(bytes));
}

void ssh_put_string(struct ssh_out *out, const void *bytes, size_t len)
{
	ssh_put_u32(out, (uint32_t)len);
	ssh_put(out, bytes, len);
}

void ssh_put_text(struct ssh_out *out, const char *text)
{
	ssh_put_string(out, text, strlen(text));
}

void ssh_put_number(struct ssh_out *out, const uint8_t *bytes, size_t len)
{
	bool high = false;

	while (len > 0 && bytes[0] == 0) {
		bytes++;
		len--;
	}
	high = len > 0 && (bytes[0] & 0x80) != 0; /* else it would read as negative */
	ssh_put_u32(out, (uint32_t)(len + high));
	if (high) {
		ssh_put_u8(out, 0);
	}
	ssh_put(out, bytes, len);
}

struct ssh_span ssh_string(struct cursor *c)
{
	uint32_t len = cursor_u32(c);
	const uint8_t *at = cursor_take(c, len);

	return (struct ssh_span){ .at = at, .len = at != NULL ? len : 0 };
}

bool ssh_is(struct ssh_span span, const char *text)
{
	return span.len == strlen(text) && memcmp(span.at, text, span.len) == 0;
}

struct ssh_span ssh_span_of(const char *text)
{
	return (struct ssh_span){ .at = (const uint8_t *)text, .len = strlen(text) };
}

static bool begins(const char *line, size_t len, const char *with)
{
	size_t n = strlen(with);

	return len >= n && memcmp(line, with, n) == 0;
}

static void take_line(const char *line, size_t len, struct ssh_hello *ret)
{
	if (len + 2 > SSH_LINE_MAX) {
		ret->state = SSH_HELLO_FOREIGN;
		return;
	}
	ret->state = SSH_HELLO_LINE;
	ret->line = (struct ssh_span){ .at = (const uint8_t *)line, .len = len };
	ret->version_2 = begins(line, len, "SSH-2.") || begins(line, len, "SSH-1.99-");
}

void ssh_hello_read(const void *bytes, size_t len, struct ssh_hello *ret)
{
	struct cursor c = { .bad = false };
	const char *line = NULL;
	size_t n = 0;

	*ret = (struct ssh_hello){ .state = SSH_HELLO_MORE };
	if (len > 0 && memchr(bytes, 0, len) != NULL) {
		/* a packet behind the identification may hold NULs, nothing before it does */
		const uint8_t *nul = memchr(bytes, 0, len);

		len = (size_t)(nul - (const uint8_t *)bytes);
		ret->state = SSH_HELLO_FOREIGN;
	}
	cursor_init(&c, bytes, len);
	while (cursor_line(&c, &line, &n)) {
		if (begins(line, n, "SSH-")) {
			take_line(line, n, ret);
			ret->used = (size_t)(c.at - c.begin);
			return;
		}
	}
	if (cursor_left(&c) > SSH_PREFACE_MAX / 4 || len >= SSH_PREFACE_MAX) {
		ret->state = SSH_HELLO_FOREIGN;
	}
}

int ssh_offer_read(const void *payload, size_t len, struct ssh_offer *ret)
{
	struct cursor c = { .bad = false };
	struct ssh_offer offer = { .guesses = false };
	uint8_t type = 0;

	cursor_init(&c, payload, len);
	type = cursor_u8(&c);
	(void)cursor_take(&c, 16); /* the cookie */
	for (int i = 0; i < N_SSH_LISTS; i++) {
		offer.list[i] = ssh_string(&c);
	}
	offer.guesses = cursor_u8(&c) != 0;
	(void)cursor_u32(&c);
	if (c.bad || type != SSH_KEXINIT) {
		return -1;
	}
	*ret = offer;
	return 0;
}

bool ssh_next_name(struct ssh_span *list, struct ssh_span *ret)
{
	const uint8_t *comma = NULL;
	size_t len = list->len;

	if (list->len == 0) {
		return false;
	}
	comma = memchr(list->at, ',', list->len);
	if (comma != NULL) {
		len = (size_t)(comma - list->at);
	}
	*ret = (struct ssh_span){ .at = list->at, .len = len };
	len += comma != NULL;
	list->at += len;
	list->len -= len;
	return true;
}

bool ssh_list_has(struct ssh_span list, struct ssh_span name)
{
	struct ssh_span one = { .len = 0 };

	while (ssh_next_name(&list, &one)) {
		if (one.len == name.len && memcmp(one.at, name.at, one.len) == 0) {
			return true;
		}
	}
	return false;
}

bool ssh_first_common(struct ssh_span ours, struct ssh_span theirs, struct ssh_span *ret)
{
	struct ssh_span one = { .len = 0 };

	while (ssh_next_name(&ours, &one)) {
		if (one.len > 0 && ssh_list_has(theirs, one)) {
			*ret = one;
			return true;
		}
	}
	return false;
}

int ssh_decode(const char *text, size_t len, uint8_t *ret, size_t size)
{
	uint32_t held = 0;
	int bits = 0;
	size_t n = 0;

	for (size_t i = 0; i < len && text[i] != '='; i++) {
		const char *digit = text[i] != '\0' ? strchr(digits, text[i]) : NULL;

		if (strchr(" \t\r\n", text[i]) != NULL && text[i] != '\0') {
			continue;
		}
		if (digit == NULL || n == size) {
			return -1;
		}
		held = held << 6 | (uint32_t)(digit - digits);
		bits += 6;
		if (bits >= 8) {
			bits -= 8;
			ret[n++] = (uint8_t)(held >> bits);
		}
	}
	return (int)n;
}

void ssh_encode(struct buf *buf, const uint8_t *bytes, size_t len)
{
	uint32_t held = 0;
	int bits = 0;

	for (size_t i = 0; i < len; i++) {
		held = held << 8 | bytes[i];
		for (bits += 8; bits >= 6; bits -= 6) {
			buf_putc(buf, digits[held >> (bits - 6) & 63]);
		}
	}
	if (bits > 0) {
		buf_putc(buf, digits[held << (6 - bits) & 63]);
	}
}
