/* SPDX-License-Identifier: Apache-2.0 */
/* struct target to JSON and back. The flags are there so that a replay judges what was judged. */
#include "json/asked.h"
#include "target/secret.h"

#include <errno.h>
#include <string.h>

/* The members that are plain texts, and those that are plain flags. */
static const struct {
	const char *key;
	size_t at;
	size_t size;
	bool hidden; /* with FLAW_CREDENTIALS */
} texts[] = {
	{ "input", offsetof(struct target, input), sizeof(((struct target *)0)->input), true },
	{ "host", offsetof(struct target, host), sizeof(((struct target *)0)->host), true },
	{ "zone", offsetof(struct target, zone), sizeof(((struct target *)0)->zone), true },
	{ "path", offsetof(struct target, path), sizeof(((struct target *)0)->path), true },
	{ "user", offsetof(struct target, user), sizeof(((struct target *)0)->user), true },
	{ "flaw_text", offsetof(struct target, flaw_text), sizeof(((struct target *)0)->flaw_text),
	  false },
};
static const struct {
	const char *key;
	size_t at;
} flags[] = {
	{ "scheme_given", offsetof(struct target, scheme_given) },
	{ "port_given", offsetof(struct target, port_given) },
	{ "starttls_never", offsetof(struct target, starttls_never) },
	{ "flaw_is_fatal", offsetof(struct target, flawed_is_fatal) },
};

enum { N_TEXTS = sizeof(texts) / sizeof(texts[0]), N_FLAGS = sizeof(flags) / sizeof(flags[0]) };

static void write_text(struct out *o, const struct target *target, int i)
{
	const char *text = (const char *)target + texts[i].at;
	char url[TARGET_TEXT_MAX + 512]; /* *** may be longer than what it hides */
	struct buf buf;

	if (text[0] == '\0' || (target->flaw == FLAW_CREDENTIALS && texts[i].hidden) ||
	    (text == target->user && secret_is_token(target))) {
		return;
	}
	buf_init(&buf, url, sizeof(url));
	secret_put_path(&buf, (struct span){ .at = text, .len = strlen(text) });
	out_text(o, texts[i].key, url);
}

/* The address of a literal that is not written as addresses are (0x7f.1, 127.1). */
static void write_literal(struct out *o, const struct target *target)
{
	struct addr addr = { 0 };

	if (target->literal && target->flaw != FLAW_CREDENTIALS &&
	    (addr_parse(target->host, strlen(target->host), &addr) < 0 ||
	     !addr_equal(&addr, &target->addr))) {
		out_addr(o, "address", &target->addr);
	}
}

void asked_write(struct out *o, const struct target *target)
{
	out_object(o, "target", OUT_LINE);
	for (int i = 0; i < N_TEXTS; i++) {
		if (i == 1) {
			out_text(o, "scheme", target_schemes[target->scheme].name);
		}
		if (i == 2 && target->port != 0 && target->flaw != FLAW_CREDENTIALS) {
			out_int(o, "port", target->port);
		}
		write_text(o, target, i);
	}
	write_literal(o, target);
	if (target->flaw != FLAW_NONE) {
		out_text(o, "flaw", target_flaw_words[target->flaw]);
	}
	for (int i = 0; i < N_FLAGS; i++) {
		if (*(const bool *)((const char *)target + flags[i].at)) {
			out_bool(o, flags[i].key, true);
		}
	}
	out_object_end(o);
}

static int read_text(const struct reading *r, const struct place *at, const json_t *object, int i,
                     struct target *target)
{
	const struct place here = { .up = at, .key = texts[i].key };
	const json_t *json = NULL;
	struct buf buf;
	int n = place_member(r, at, object, texts[i].key, JSON_STRING, &json);

	if (n <= 0) {
		return n;
	}
	buf_init(&buf, (char *)target + texts[i].at, texts[i].size);
	return place_text(r, &here, json, &buf);
}

static int read_scheme(const struct reading *r, const struct place *at, const json_t *object,
                       enum scheme *ret)
{
	const struct place here = { .up = at, .key = "scheme" };
	const json_t *json = NULL;
	int n = place_member(r, at, object, "scheme", JSON_STRING, &json);

	if (n < 0) {
		return n;
	}
	for (int i = 0; n > 0 && i < N_SCHEMES; i++) {
		if (str_is(json_string_value(json), json_string_length(json),
		           target_schemes[i].name)) {
			*ret = (enum scheme)i;
			return 0;
		}
	}
	return place_fail(r, &here, "a scheme that naze knows is wanted here");
}

static int read_flaw(const struct reading *r, const struct place *at, const json_t *object,
                     enum flaw *ret)
{
	const struct place here = { .up = at, .key = "flaw" };
	const json_t *json = NULL;
	int n = place_member(r, at, object, "flaw", JSON_STRING, &json);

	if (n <= 0) {
		return n;
	}
	for (int i = FLAW_NONE + 1; i < N_FLAWS; i++) {
		if (str_is(json_string_value(json), json_string_length(json),
		           target_flaw_words[i])) {
			*ret = (enum flaw)i;
			return 0;
		}
	}
	return place_fail(r, &here, "a flaw that naze knows is wanted here");
}

static int read_port(const struct reading *r, const struct place *at, const json_t *object,
                     uint16_t *ret)
{
	const struct place here = { .up = at, .key = "port" };
	const json_t *json = NULL;
	int n = place_member(r, at, object, "port", JSON_INTEGER, &json);

	if (n <= 0) {
		return n;
	}
	if (json_integer_value(json) < 0 || json_integer_value(json) > UINT16_MAX) {
		return place_fail(r, &here, "a port is at most 65535");
	}
	*ret = (uint16_t)json_integer_value(json);
	return 0;
}

static int read_literal(const struct reading *r, const struct place *at, const json_t *object,
                        struct target *target)
{
	const struct place here = { .up = at, .key = "address" };
	const json_t *json = NULL;
	int n = place_member(r, at, object, "address", JSON_STRING, &json);
	int bad = 0;

	if (n < 0) {
		return n;
	}
	bad = n > 0 ? addr_parse(json_string_value(json), json_string_length(json), &target->addr)
	            : addr_parse(target->host, strlen(target->host), &target->addr);
	target->literal = bad == 0;
	return n > 0 && bad < 0 ? place_fail(r, &here, "an address is wanted here") : 0;
}

int asked_read(const struct reading *r, const struct place *at, const json_t *object,
               struct target *ret)
{
	int n = read_scheme(r, at, object, &ret->scheme);

	for (int i = 0; n >= 0 && i < N_TEXTS; i++) {
		n = read_text(r, at, object, i, ret);
	}
	for (int i = 0; n >= 0 && i < N_FLAGS; i++) {
		const json_t *json = NULL;

		n = place_member(r, at, object, flags[i].key, JSON_TRUE, &json);
		if (n > 0) {
			*(bool *)((char *)ret + flags[i].at) = json_is_true(json);
		}
	}
	n = n < 0 ? n : read_flaw(r, at, object, &ret->flaw);
	n = n < 0 ? n : read_port(r, at, object, &ret->port);
	return n < 0 ? n : read_literal(r, at, object, ret);
}
