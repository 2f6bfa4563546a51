/* SPDX-License-Identifier: Apache-2.0 */
/* Checking a host's text. The order is that of certainty: a placeholder explains its odd
 * characters, an odd character explains a broken label or number. */
#include "target/host.h"
#include "base/clean.h"
#include "base/str.h"
#include "target/letters.h"
#include "target/template.h"

#include <string.h>

enum { LABEL_MAX = 63, NAME_MAX_LEN = 253 }; /* RFC 1035 2.3.4, without the trailing dot */

static enum flaw check_labels(struct span text, struct buf *what)
{
	bool ascii = true;
	size_t total = text.len;

	if (total > 0 && text.at[total - 1] == '.') {
		total--; /* the root, fine at the end */
	}
	for (size_t i = 0, start = 0; i <= total; i++) {
		if (i < total && text.at[i] != '.') {
			ascii = ascii && (text.at[i] & 0x80) == 0;
			continue;
		}
		if (i == start) {
			clean_put(what, text.at, text.len, 40);
			return FLAW_EMPTY_LABEL;
		}
		if (ascii && i - start > LABEL_MAX) { /* else its form in ASCII counts */
			clean_put(what, text.at + start, i - start, 40);
			return FLAW_LONG_LABEL;
		}
		start = i + 1;
	}
	if (total > NAME_MAX_LEN) {
		clean_put(what, text.at, text.len, 40);
		return FLAW_LONG_LABEL;
	}
	return FLAW_NONE;
}

/* One number of inet_aton(3): decimal, 0 octal, 0x hexadecimal. */
static bool read_part(struct span part, uint64_t *ret)
{
	unsigned base = 10;
	uint64_t value = 0;

	if (part.len > 1 && part.at[0] == '0') {
		base = str_lower(part.at[1]) == 'x' ? 16 : 8;
		part = text_from(part, base == 16 ? 2 : 1);
	}
	if (part.len == 0 || part.len > 16) {
		return false;
	}
	for (size_t i = 0; i < part.len; i++) {
		int digit = text_hex(part.at[i]);

		if (digit < 0 || (unsigned)digit >= base) {
			return false;
		}
		value = value * base + (unsigned)digit;
	}
	*ret = value;
	return true;
}

/* Whether every part has the look of a number: then it is meant as an address. One that is all
 * hexadecimal, 0xcafe, is a name that inet_aton() would take. */
static bool looks_v4(struct span text)
{
	while (text.len > 0) {
		struct span part = text_head(text, text_find(text, "."));
		uint64_t value = 0;

		if (!text_is_number(part) &&
		    !(text_starts(part, "0x") && read_part(part, &value))) {
			return false;
		}
		text = text_from(text, part.len + 1);
	}
	return true;
}

static bool is_meant(const uint64_t *part, size_t n)
{
	switch (n) {
	case 4:
		return true;
	case 2:
		return part[0] == 127;
	case 1:
		return part[0] == 0 || part[0] >= 1U << 24;
	}
	return false;
}

static bool read_v4(struct span text, struct addr *ret)
{
	uint64_t part[4] = { 0 };
	size_t n = 0;
	uint64_t value = 0;
	bool ended = false; /* not so after a trailing dot */

	while (n < 4 && !ended) {
		struct span piece = text_head(text, text_find(text, "."));
		bool last = piece.len == text.len;

		if (!read_part(piece, &part[n]) || part[n] > (last ? UINT32_MAX >> 8 * n : 255)) {
			return false;
		}
		value |= last ? part[n] : part[n] << (24 - 8 * n);
		n++;
		text = text_from(text, piece.len + 1);
		ended = last;
	}
	if (text.len > 0 || !ended || !is_meant(part, n)) {
		return false;
	}
	*ret = (struct addr){ .family = ADDR_V4 };
	for (size_t i = 0; i < 4; i++) {
		ret->bytes[i] = (uint8_t)(value >> (24 - 8 * i));
	}
	return true;
}

static bool read_v6(struct span text, struct addr *ret)
{
	if (text_find(text, ":") == text.len || text.len > 45) {
		return false;
	}
	return addr_parse(text.at, text.len, ret) >= 0 && ret->family == ADDR_V6;
}

bool host_is_v6(struct span text, struct addr *ret, struct span *ret_zone)
{
	struct span address = text_head(text, text_find(text, "%"));
	struct span zone = text_from(text, address.len + 1);

	if (zone.len > 2 && text_starts(zone, "25")) {
		zone = text_from(zone, 2);
	}
	for (size_t i = 0; i < zone.len; i++) { /* an interface name as sane people give it */
		if (!letters_is_name(zone.at[i]) && zone.at[i] != '@') {
			return false;
		}
	}
	if (zone.len > 15 || (address.len < text.len && zone.len == 0)) {
		return false;
	}
	*ret_zone = zone;
	return read_v6(address, ret);
}

bool host_looks_v6(struct span text)
{
	size_t colons = 0;
	bool gap = text_find_word(text, "::") < text.len;

	text = text_head(text, text_find(text, "%"));
	for (size_t i = 0; i < text.len; i++) {
		colons += text.at[i] == ':';
		if (text_hex(text.at[i]) < 0 && text.at[i] != ':' && text.at[i] != '.') {
			return false;
		}
	}
	return colons >= 4 || (colons >= 2 && gap);
}

static bool is_zero(const struct addr *addr)
{
	for (size_t i = 0; i < sizeof(addr->bytes); i++) {
		if (addr->bytes[i] != 0) {
			return false;
		}
	}
	return true;
}

static enum flaw take_literal(const struct addr *addr, struct target *ret, struct buf *what)
{
	struct buf host;

	ret->literal = true;
	ret->addr = *addr;
	buf_init(&host, ret->host, sizeof(ret->host));
	addr_format(&host, addr);
	if (!is_zero(addr)) {
		return FLAW_NONE;
	}
	buf_puts(what, ret->host);
	return FLAW_UNSPECIFIED;
}

static enum flaw check_name(struct span text, struct target *ret, struct buf *what)
{
	struct addr addr;
	enum flaw flaw = letters_check(text, what);

	if (flaw == FLAW_NONE) {
		flaw = check_labels(text, what);
	}
	if (flaw == FLAW_NONE && looks_v4(text)) {
		if (read_v4(text, &addr)) {
			return take_literal(&addr, ret, what);
		}
		clean_put(what, text.at, text.len, 40);
		flaw = FLAW_BAD_ADDRESS;
	}
	return flaw;
}

static enum flaw check_bracketed(struct span text, struct target *ret, struct buf *what)
{
	struct addr addr;
	struct span zone;
	struct buf buf;

	if (host_is_v6(text, &addr, &zone)) {
		buf_init(&buf, ret->zone, sizeof(ret->zone));
		buf_put(&buf, zone.at, zone.len);
		return take_literal(&addr, ret, what);
	}
	if (text_find(text, ":.") == text.len && text.len > 0) { /* [hostname], as manuals write */
		buf_putc(what, '[');
		clean_put(what, text.at, text.len, 40);
		buf_putc(what, ']');
		return FLAW_PLACEHOLDER;
	}
	clean_put(what, text.at, text.len, 40);
	return FLAW_BAD_ADDRESS;
}

static void keep_host(struct span text, enum flaw flaw, struct target *ret)
{
	struct buf buf;

	buf_init(&buf, ret->host, sizeof(ret->host));
	if (flaw == FLAW_NONE) { /* valid UTF-8 without controls by now, and short enough */
		buf_put(&buf, text.at, text.len);
	} else {
		clean_put(&buf, text.at, text.len, text.len);
		text_trim(&buf);
	}
	for (size_t i = 0; i < buf.len; i++) {
		buf.text[i] = str_lower(buf.text[i]);
	}
}

enum flaw host_check(struct span text, bool bracketed, struct target *ret, struct buf *flaw_text)
{
	char decoded[2 * TARGET_HOST_MAX];
	struct buf buf;
	struct span part;
	enum flaw flaw = FLAW_NONE;

	if (text.len == 0) {
		return FLAW_NO_HOST;
	}
	if (template_find(text, &part)) {
		clean_put(flaw_text, part.at, part.len, 40);
		keep_host(text, FLAW_PLACEHOLDER, ret);
		return FLAW_PLACEHOLDER;
	}
	buf_init(&buf, decoded, sizeof(decoded));
	if (!bracketed && text_find(text, "%") < text.len) {
		if (!text_decode(&buf, text) || buf.cut) {
			buf_puts(flaw_text, "%");
			keep_host(text, FLAW_CHARACTER, ret);
			return FLAW_CHARACTER;
		}
		text = (struct span){ decoded, buf.len };
	}
	flaw = bracketed ? check_bracketed(text, ret, flaw_text) : check_name(text, ret, flaw_text);
	if (!ret->literal) {
		keep_host(text, flaw, ret);
	}
	return flaw;
}
