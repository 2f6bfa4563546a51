/* SPDX-License-Identifier: Apache-2.0 */
/* The reader: one line at a time, every name looked up in the tables. */
#include "dump.h"
#include "evidence/fields.h"

#include <string.h>

struct reader {
	struct store *store;
	struct evidence *e;
	struct attempt *a;
	const char *at;
	const char *end;
};

/* The next word of the line: up to a blank, a quoted part being one word. */
static size_t next_word(struct reader *r, const char **ret)
{
	bool quoted = false;
	const char *p = NULL;

	while (r->at < r->end && (*r->at == ' ' || *r->at == '\t')) {
		r->at++;
	}
	for (p = r->at; p < r->end && (quoted || (*p != ' ' && *p != '\t')); p++) {
		if (*p == '\\' && p + 1 < r->end) {
			p++;
		} else if (*p == '"') {
			quoted = !quoted;
		}
	}
	*ret = r->at;
	r->at = p;
	return (size_t)(p - *ret);
}

static int read_text(struct store *store, const char *text, size_t len, const char **ret)
{
	char *copy = NULL;
	size_t n = 0;

	if (len < 2 || text[0] != '"' || text[len - 1] != '"') {
		return -1;
	}
	copy = arena_text(&store->arena, text + 1, len - 2);
	if (copy == NULL) {
		return 1;
	}
	for (size_t i = 0; copy[i] != '\0'; i++) {
		i += copy[i] == '\\' && copy[i + 1] != '\0';
		copy[n++] = copy[i];
	}
	copy[n] = '\0';
	*ret = copy;
	return 0;
}

/* 0, 1 when it did not fit, -1 when it is no such value. */
static int read_value(struct store *store, const struct ev_field *f, void *value, const char *text,
                      size_t len)
{
	switch (f->type) {
	case TYPE_BOOL:
		*(bool *)value = str_is(text, len, "yes");
		return str_is(text, len, "yes") || str_is(text, len, "no") ? 0 : -1;
	case TYPE_INT:
	case TYPE_USEC:
		return str_to_int(text, len, value);
	case TYPE_TEXT:
		return read_text(store, text, len, value);
	case TYPE_ADDR:
		return addr_parse(text, len, value);
	case TYPE_ENUM:
		for (unsigned i = 0; f->words[i] != NULL; i++) {
			if (str_is(text, len, f->words[i])) {
				*(unsigned *)value = i;
				return 0;
			}
		}
		return -1;
	case TYPE_LIST:
		((struct ev_list *)value)->cut |= str_is(text, len, "cut");
		return str_is(text, len, "cut") || str_is(text, len, "none") ? 0 : -1;
	case N_EV_TYPES:
		break;
	}
	return -1;
}

static const struct ev_field *find_field(enum kind kind, const char *name, size_t len)
{
	const struct ev_kind *k = &ev_kinds[kind];

	for (int i = k->first_field; i < k->first_field + k->n_fields; i++) {
		if (str_is(name, len, ev_fields[i].name)) {
			return &ev_fields[i];
		}
	}
	return NULL;
}

static int read_skip(struct ev_head *head, const char *text, size_t len)
{
	for (int i = 1; i < N_SKIPS; i++) {
		if (str_is(text, len, ev_skip_words[i])) {
			head->skip = (enum skip)i;
			return 0;
		}
	}
	return -1;
}

/* The rest of the line: field=value ... into obj; a NULL obj did not fit and is passed over. */
static int read_fields(struct reader *r, enum kind kind, void *obj)
{
	const char *word = NULL;

	for (size_t len = next_word(r, &word); len > 0; len = next_word(r, &word)) {
		const char *eq = memchr(word, '=', len);
		const char *value = eq != NULL ? eq + 1 : word;
		size_t value_len = (size_t)(word + len - value);
		const struct ev_field *f = NULL;
		int got = 0;

		if (eq == NULL) {
			return -1;
		}
		if (obj == NULL) {
			continue;
		}
		if (str_is(word, (size_t)(eq - word), "skip")) {
			if (read_skip(obj, value, value_len) < 0) {
				return -1;
			}
			continue;
		}
		f = find_field(kind, word, (size_t)(eq - word));
		got = f != NULL ? read_value(r->store, f, ev_at(obj, f), value, value_len) : -1;
		if (got < 0) {
			return -1;
		}
		*ev_has(obj, f) = got == 0;
	}
	return 0;
}

/* KIND[.LIST]... : finds or makes the struct the line is about. */
static int read_struct(struct reader *r, const char *word, size_t len)
{
	const char *end = word + len;
	const char *dot = memchr(word, '.', len);
	size_t name_len = (size_t)((dot != NULL ? dot : end) - word);
	int kind = 0;
	void *obj = NULL;
	void *scope = NULL;

	while (kind < N_KINDS && (ev_kinds[kind].scope == SCOPE_ITEM ||
	                          !str_is(word, name_len, ev_kinds[kind].name))) {
		kind++;
	}
	if (kind == N_KINDS) {
		return -1;
	}
	scope = ev_kinds[kind].scope == SCOPE_PER_RUN ? (void *)r->e : (void *)r->a;
	obj = scope != NULL ? store_kind(r->store, scope, (enum kind)kind) : NULL;
	while (dot != NULL) {
		const char *name = dot + 1;
		const struct ev_field *f = NULL;
		struct ev_list *list = NULL;

		dot = memchr(name, '.', (size_t)(end - name));
		f = find_field((enum kind)kind, name, (size_t)((dot != NULL ? dot : end) - name));
		if (f == NULL || f->type != TYPE_LIST) {
			return -1;
		}
		kind = (int)f->item;
		if (obj == NULL) {
			continue;
		}
		list = ev_at(obj, f);
		*ev_has(obj, f) = true;
		if (dot == NULL) {
			obj = store_item(r->store, list, f->item);
		} else {
			obj = list->cut ? NULL : list->last;
		}
	}
	return read_fields(r, (enum kind)kind, obj);
}

static int read_run(struct reader *r)
{
	const char *role = NULL;
	const char *word = NULL;
	size_t role_len = next_word(r, &role);
	size_t len = next_word(r, &word);
	static struct target target;
	static struct target_error error;
	int64_t parent = 0;
	int i = 0;

	while (i < N_ROLES && !str_is(role, role_len, ev_role_words[i])) {
		i++;
	}
	if (i == N_ROLES || str_to_int(word, len, &parent) < 0 || parent < -1 ||
	    parent >= r->store->n_runs) {
		return -1;
	}
	len = next_word(r, &word);
	if (len > 2 && word[0] == '"') { /* a target with blanks in it */
		word++;
		len -= 2;
	}
	if (target_parse(word, len, &target, &error) < 0) {
		return -1;
	}
	r->e = store_run(r->store, (enum role)i, (int)parent, &target);
	r->a = NULL;
	return 0;
}

static int read_line(struct reader *r)
{
	const char *word = NULL;
	size_t len = next_word(r, &word);
	struct addr addr = { 0 };

	if (len == 0 || word[0] == '#' || str_is(word, len, "expect")) {
		return 0;
	}
	if (str_is(word, len, "run")) {
		return read_run(r);
	}
	if (str_is(word, len, "cut") && r->e != NULL) {
		r->e->cut = true;
		return 0;
	}
	if (!str_is(word, len, "at")) {
		return r->e != NULL ? read_struct(r, word, len) : -1;
	}
	len = next_word(r, &word);
	if (r->e == NULL || (!str_is(word, len, "-") && addr_parse(word, len, &addr) < 0)) {
		return -1;
	}
	r->a = store_attempt(r->store, r->e, &addr);
	return 0;
}

int dump_read(struct store *store, const char *text, size_t len)
{
	struct reader r = { .store = store };
	const char *end = text + len;
	int n = 0;

	while (text < end) {
		const char *eol = memchr(text, '\n', (size_t)(end - text));

		r.at = text;
		r.end = eol != NULL ? eol : end;
		n++;
		if (read_line(&r) < 0) {
			return -n;
		}
		text = r.end + 1;
	}
	return 0;
}
